/** What a check came to, as a notice shows it. */
export interface Verdict {
  tone: 'good' | 'bad'
  title: string
  lines: string[]
}

/** Problems shown at once; the rest are counted. */
const SHOWN = 8

/** The verdict on the history: nothing changed outside Quartet, or what was. */
export function verdictOf(check: { ok: boolean; entries: number; head: string; problems: readonly { message: string }[] }): Verdict {
  const entries = `${check.entries.toLocaleString('en-GB')} ${check.entries === 1 ? 'entry' : 'entries'}`
  if (check.ok) return { tone: 'good', title: 'The history is whole', lines: [`${entries} read; every row is as Quartet wrote it.`, `Last seal ${check.head}`] }
  const shown = check.problems.slice(0, SHOWN).map((problem) => problem.message)
  const more = check.problems.length - shown.length
  return { tone: 'bad', title: 'Something was changed outside Quartet', lines: [...new Set(shown), ...(more > 0 ? [`And ${more.toLocaleString('en-GB')} more.`] : [])] }
}
