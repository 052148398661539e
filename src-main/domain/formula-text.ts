/** What a spreadsheet would take for a formula or a command at the beginning of a cell, behind any apostrophes of ours. */
const FORMULA = /^'*[=+\-@\t\r]/

/**
 * A text as it stands in a CSV file: one that a spreadsheet would run begins with an apostrophe. So does one that only
 * looks as if it had been treated already, so that `asTyped` gives every text back as it was.
 */
export function neutralised(text: string): string {
  return FORMULA.test(text) ? `'${text}` : text
}

/** The text that `neutralised` was given; a text that it would not have written is left alone. */
export function asTyped(cell: string): string {
  return cell.startsWith("'") && FORMULA.test(cell) ? cell.slice(1) : cell
}
