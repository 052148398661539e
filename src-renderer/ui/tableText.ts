/** One cell of a table that is copied: what it says, and whether a spreadsheet may read it as a number or a date. */
export interface CopiedCell {
  text: string
  kind: 'text' | 'number' | 'date' | 'code'
}

/**
 * A cell that a spreadsheet could take for a formula is kept as text by an apostrophe before it, as in a file that is
 * exported; so is one that looks as if it had been treated already, so that an import gives every text back as it was.
 */
export function harmless(text: string): string {
  return /^'*[=+\-@\t\r]/.test(text) ? `'${text}` : text
}

/** Lines of cells with tabs between, as a spreadsheet reads plain text; first what must be said above them. */
export function tabbed(headings: readonly string[], rows: readonly (readonly CopiedCell[])[], caption: string | null = null): string {
  const line = (texts: readonly string[]) => texts.map((text) => harmless(text.replace(/[\t\r\n]+/g, ' '))).join('\t')
  return [...(caption === null ? [] : [line([caption])]), line(headings), ...rows.map((row) => line(row.map(({ text }) => text)))].join('\r\n')
}

/** The same as a table that Word draws with its lines, and Excel takes cell by cell: `330/2001` stays text. */
export function markup(headings: readonly string[], rows: readonly (readonly CopiedCell[])[], caption: string | null = null): string {
  const cell = ({ text, kind }: CopiedCell) => `<td style="${EDGE}${STYLE[kind]}">${escaped(harmless(text))}</td>`
  const head = headings.map((heading) => `<th scope="col" style="${EDGE}text-align:left">${escaped(harmless(heading))}</th>`).join('')
  const above = caption === null ? '' : `<tr><th colspan="${headings.length}" style="${EDGE}text-align:left">${escaped(harmless(caption))}</th></tr>`
  const body = rows.map((row) => `<tr>${row.map(cell).join('')}</tr>`).join('')
  return `<table style="border-collapse:collapse"><thead>${above}<tr>${head}</tr></thead><tbody>${body}</tbody></table>`
}

const EDGE = 'border:1px solid #999999;padding:2px 6px;'
const STYLE: Record<CopiedCell['kind'], string> = { text: "mso-number-format:'\\@'", number: 'text-align:right', date: '', code: "mso-number-format:'0'" }

function escaped(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;').replaceAll('"', '&quot;')
}
