/**
 * Money on both sides of the api: how a charge is worked out and how a sum is said, the same on screen, on the command
 * line and in the core. Money is whole pence.
 */

/** Days × rate in whole pence, a half penny up. Days come in halves, rates in pence a day. */
export function penceForDays(halfDays: number, ratePence: number): number {
  return Math.floor((halfDays * ratePence + 1) / 2)
}

/** "£4,500", "£412.50"; with `pennies`, so that a column lines up, "£4,500.00". */
export function poundsText(pence: number, pennies = pence % 100 !== 0): string {
  const digits = pennies ? 2 : 0
  return `£${(pence / 100).toLocaleString('en-GB', { minimumFractionDigits: digits, maximumFractionDigits: digits })}`
}
