/** One line of a list from elsewhere, as far as it is a visit. */
export interface PastedLine {
  /** What the list calls the school: a URN or a name. */
  school: string
  purpose: string
  note: string
}

const HEADINGS = new Set(['urn', 'school', 'name', 'school name'])

/**
 * Lines copied from Excel or Word: school (URN or name), purpose, note. A heading line and empty lines are passed over; a
 * name that stands beside its URN is not taken for the purpose.
 */
export function pastedLines(text: string): PastedLine[] {
  return cellsOf(text)
    .map((cells) => cells.map((cell) => cell.trim()))
    .filter(([school = '']) => school !== '' && !HEADINGS.has(school.toLowerCase()))
    .map((cells) => {
      const [school = '', ...rest] = cells
      const [purpose = '', note = ''] = /^\d{6}$/.test(school) && rest.length > 2 ? rest.slice(1) : rest
      return { school, purpose, note }
    })
}

/** Whether a paste is a list rather than a word for one box. */
export function isList(text: string): boolean {
  return /[\t\n]/.test(text.trim())
}

/** Cells by tab, lines by line end; a cell in quotes may hold both, as Excel writes it. */
function cellsOf(text: string): string[][] {
  const lines: string[][] = []
  let line: string[] = []
  for (const [, quoted, plain, end] of `${text.replace(/\r\n?/g, '\n')}\n`.matchAll(/(?:"((?:[^"]|"")*)"|([^\t\n]*))([\t\n])/g)) {
    line.push(quoted?.replaceAll('""', '"') ?? plain ?? '')
    if (end !== '\n') continue
    lines.push(line)
    line = []
  }
  return lines
}
