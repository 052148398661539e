/**
 * A percentage rounded half up in integers: `floor((200n + d) / (2d))` (DOMAIN.md, "Statistics"). Floating point is
 * wrong for pairs such as 23 of 40.
 *
 * @param n numerator, a whole number from 0
 * @param d denominator, a whole number from 0
 * @returns whole per cent, or null where the denominator is 0
 */
export function percentOf(n: number, d: number): number | null {
  return d === 0 ? null : Math.floor((200 * n + d) / (2 * d))
}

/** What a zero denominator prints: never 0%, never NaN (DOMAIN.md, "Statistics"). */
export const NOT_APPLICABLE = 'not applicable'

/** "87%", or "not applicable" for null. */
export function percentText(percent: number | null): string {
  return percent === null ? NOT_APPLICABLE : `${percent}%`
}
