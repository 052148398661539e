/**
 * Dates as screens write them. They are civil dates, so they are read and written in UTC: no zone may move a day.
 */
const day = new Intl.DateTimeFormat('en-GB', { weekday: 'short', day: 'numeric', month: 'long', timeZone: 'UTC' })
const long = new Intl.DateTimeFormat('en-GB', { weekday: 'long', day: 'numeric', month: 'long', year: 'numeric', timeZone: 'UTC' })
const clockTime = new Intl.DateTimeFormat('en-GB', { hour: '2-digit', minute: '2-digit' })

/** "Tue 21 June", for narrow columns where the year is plain. */
export function shortDay(date: string): string {
  return wordsOf(day, date)
}

/** "Tuesday 21 June 2016" */
export function longDay(date: string): string {
  return wordsOf(long, date)
}

/** Whole days from one civil date to another; negative when the second is earlier. */
export function daysBetween(from: string, to: string): number {
  return Math.round((Date.parse(`${to}T00:00:00Z`) - Date.parse(`${from}T00:00:00Z`)) / 86_400_000)
}

/** The civil date some days after another. */
export function daysAfter(date: string, days: number): string {
  return new Date(Date.parse(`${date}T00:00:00Z`) + days * 86_400_000).toISOString().slice(0, 10)
}

/** "10:42" by the laptop's clock, for a moment in ISO 8601; what is no moment comes back as it is. */
export function timeOf(moment: string): string {
  const read = new Date(moment)
  return Number.isNaN(read.getTime()) ? moment : clockTime.format(read)
}

// Weekday, day and month stand without commas between them, as Quartet writes every date.
function wordsOf(format: Intl.DateTimeFormat, date: string): string {
  const read = new Date(`${date}T00:00:00Z`)
  return Number.isNaN(read.getTime()) ? date : format.format(read).replaceAll(',', '')
}
