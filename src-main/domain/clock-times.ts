/** A time of day some minutes after another, `14:05`; past midnight it begins anew. */
export function timeAfter(time: string, minutes: number): string {
  const [hours = 0, past = 0] = time.split(':').map(Number)
  const total = (hours * 60 + past + minutes) % (24 * 60)
  const two = (part: number) => String(part).padStart(2, '0')
  return `${two(Math.floor(total / 60))}:${two(total % 60)}`
}
