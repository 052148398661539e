/**
 * Rows of text as a CSV file that Excel opens as it is meant: UTF-8 with its mark, every cell quoted, and a cell that
 * could be taken for a formula kept as text by an apostrophe, which an import takes away again.
 */
export function csvOf(rows: readonly (readonly string[])[]): Blob {
  return new Blob([`\uFEFF${rows.map((row) => row.map(cell).join(',')).join('\r\n')}\r\n`], { type: 'text/csv' })
}

function cell(text: string): string {
  return `"${(/^'*[=+\-@\t\r]/.test(text) ? `'${text}` : text).replaceAll('"', '""')}"`
}
