/** A number as the workbook stores it, kept apart from text that only looks like one. */
export class StoredNumber {
  readonly stored: string

  constructor(stored: string) {
    this.stored = stored
  }
}

/** Before this moment Excel has only times of day: a date of 1899 is 09:30. */
const FIRST_DATE = Date.UTC(1900, 0, 1)

/**
 * A cell of a workbook as a CSV file would have it: dates as 2016-06-03, numbers in plain digits (103120, never 103120.0 or
 * 1.0E5), truth as yes and no, text as it stands.
 */
export function cellText(cell: unknown): string {
  if (cell === null || cell === undefined) return ''
  if (typeof cell === 'string') return cell
  if (typeof cell === 'boolean') return cell ? 'yes' : 'no'
  if (cell instanceof StoredNumber) return plainDigits(cell.stored)
  if (cell instanceof Date) return dateText(cell)
  return ''
}

function dateText(date: Date): string {
  if (Number.isNaN(date.getTime())) return ''
  const written = new Date(Math.round(date.getTime() / 1000) * 1000).toISOString()
  return date.getTime() < FIRST_DATE ? written.slice(11, 16) : written.slice(0, 10)
}

/** Excel stores 15 digits and shows no more: 0.30000000000000004 is 0.3. */
function plainDigits(stored: string): string {
  if (/^-?\d+$/.test(stored)) return stored
  const number = Number(Number(stored).toPrecision(15))
  if (!Number.isFinite(number)) return stored
  if (Number.isInteger(number)) return BigInt(number).toString()
  const written = String(number)
  return written.includes('e') ? number.toFixed(20).replace(/0+$/, '') : written
}
