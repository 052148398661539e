/**
 * How long ago the last checked backup was made, in the words of the rail.
 *
 * @param at local time `YYYY-MM-DDTHH:MM`, or null where there is none
 * @param now the laptop's clock
 */
export function backedUpWords(at: string | null, now: Date): string {
  if (at === null) return 'Not backed up yet'
  const then = new Date(at)
  if (then.toDateString() === now.toDateString()) return `Backed up ${at.slice(11, 16)}, checked`
  const date = then.toLocaleDateString('en-GB', { day: 'numeric', month: 'long', year: 'numeric' })
  return `Backed up ${date}, checked`
}
