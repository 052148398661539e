/** A field that cannot be taken as it is, for the error summary. */
export interface Mistake {
  fieldId: string
  text: string
}

/** When and where a meeting is, as typed: `9:30`, `930` and `9.30` are all half past nine. */
export function placeAndTime(typed: { date: string | null; time: string; place: string }) {
  const time = readTime(typed.time)
  const mistakes: Mistake[] = []
  if (!typed.date) mistakes.push({ fieldId: 'meeting-date', text: 'Enter the date, such as 21 June 2016' })
  if (time === null) mistakes.push({ fieldId: 'meeting-time', text: 'Write the time as 14:00' })
  return { mistakes, date: typed.date, time: time ?? '', place: typed.place.trim() }
}

/** `HH:MM`, empty where nothing was typed, null where it is no time. */
export function readTime(text: string): string | null {
  const words = text.trim().toLowerCase()
  if (words === '') return ''
  const parts = /^(\d{1,2})(?:[:.]?(\d{2}))?\s*(am|pm)?$/.exec(words)
  if (!parts) return null
  const hour = Number(parts[1]) + (parts[3] === 'pm' && Number(parts[1]) < 12 ? 12 : 0)
  const minute = Number(parts[2] ?? '0')
  // A bare number is an hour only with its half of the day: "3" may be either.
  if (hour > 23 || minute > 59 || (parts[2] === undefined && parts[3] === undefined)) return null
  return `${String(hour).padStart(2, '0')}:${String(minute).padStart(2, '0')}`
}
