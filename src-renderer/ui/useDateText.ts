import { computed, ref, watch, type Ref } from 'vue'

const months = [
  'January', 'February', 'March', 'April', 'May', 'June',
  'July', 'August', 'September', 'October', 'November', 'December',
]

/**
 * Reads a date as an officer types it: `21/06/2016`, `21-6-2016`, `21.6.2016`, `21 June 2016`, `21 jun 2016`,
 * `2016-06-21`. The day comes first, as in English; the year has four digits, because `16` may be any century.
 *
 * @returns the civil date `YYYY-MM-DD`, or null where the text is no date (also for 31 June)
 */
export function readDate(text: string): string | null {
  const words = text.trim().toLowerCase().replace(/^(mon|tues?|wed(nes)?|thu(rs)?|fri|sat(ur)?|sun)(day)?,?\s+/, '')
  const yearFirst = /^(\d{4})-(\d{1,2})-(\d{1,2})$/.exec(words)
  if (yearFirst) return civil(yearFirst[1], yearFirst[2], yearFirst[3])
  const dayFirst = /^(\d{1,2})[/.-](\d{1,2})[/.-](\d{4})$/.exec(words)
  if (dayFirst) return civil(dayFirst[3], dayFirst[2], dayFirst[1])
  const named = /^(\d{1,2})(?:st|nd|rd|th)?\s*([a-z]{3,9})\.?,?\s*(\d{4})$/.exec(words)
  if (named) return civil(named[3], monthNumber(named[2] ?? ''), named[1])
  return null
}

/** Writes a civil date as Quartet shows it everywhere: `21 June 2016`. What is no civil date comes back as it is. */
export function writeDate(date: string): string {
  const parts = /^(\d{4})-(\d{2})-(\d{2})$/.exec(date)
  const month = months[Number(parts?.[2]) - 1]
  return parts && month ? `${Number(parts[3])} ${month} ${parts[1]}` : date
}

/**
 * The text of a date box: what is typed stays as typed until the officer leaves the box, then it is written out, or
 * `problem` says what a date looks like. The date itself changes only by a readable text; an empty text clears it.
 */
export function useDateText(date: Ref<string | null | undefined>) {
  const text = ref('')
  const problem = ref<string>()

  watch(date, (now) => {
    const typed = readDate(text.value)
    if (now ? typed !== now : typed !== null || text.value === '') text.value = now ? writeDate(now) : ''
    if (now) problem.value = undefined
  }, { immediate: true })

  function leave() {
    if (text.value.trim() === '') {
      problem.value = undefined
      date.value = null
      return
    }
    const typed = readDate(text.value)
    problem.value = typed === null ? 'Enter a date such as 21 June 2016 or 21/06/2016' : undefined
    if (typed === null) return
    date.value = typed
    text.value = writeDate(typed)
  }

  function choose(chosen: string) {
    text.value = writeDate(chosen)
    problem.value = undefined
    date.value = chosen
  }

  return { text, problem: computed(() => problem.value), leave, choose }
}

function monthNumber(name: string): string | undefined {
  const at = months.findIndex((month) => {
    const full = month.toLowerCase()
    return name === 'sept' ? full === 'september' : full === name || full.slice(0, 3) === name
  })
  return at < 0 ? undefined : String(at + 1)
}

function civil(year: string | undefined, month: string | undefined, day: string | undefined): string | null {
  if (!year || !month || !day) return null
  const date = `${year}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`
  const read = new Date(`${date}T00:00:00Z`)
  return !Number.isNaN(read.getTime()) && read.toISOString().startsWith(date) ? date : null
}
