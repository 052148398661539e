import { poundsText } from '../../src-main/api/money.ts'

/** "£4,500", "£412.50": pence as an officer reads them; null reads "Not recorded". */
export function moneyWords(pence: number | null): string {
  return pence === null ? 'Not recorded' : poundsText(pence)
}

/**
 * Says the sums of one column, so that their digits stand beneath each other: where one has pennies, all have. Nothing
 * reads "None".
 */
export function columnMoney(sums: readonly number[]): (pence: number) => string {
  const pennies = sums.some((pence) => pence % 100 !== 0)
  return (pence) => (pence === 0 ? 'None' : poundsText(pence, pennies))
}

/**
 * Reads money as it is typed: "4500", "£4,500", "412.50".
 *
 * @returns pence; null where nothing was typed; undefined where it is no sum of money
 */
export function readMoney(text: string): number | null | undefined {
  const typed = text.trim()
  if (typed === '') return null
  const parts = /^£?\s*(\d{1,3}(?:,\d{3})+|\d+)(?:\.(\d{1,2}))?$/.exec(typed)
  if (!parts) return undefined
  return Number((parts[1] ?? '').replaceAll(',', '')) * 100 + Number((parts[2] ?? '').padEnd(2, '0'))
}

/** Money as a box shows it, to be typed over. */
export function typedMoney(pence: number | null): string {
  return pence === null ? '' : (pence / 100).toFixed(pence % 100 === 0 ? 0 : 2)
}
