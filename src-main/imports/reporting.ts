/** One step of long work, as the api carries it. */
export interface Progress {
  step: 'progress'
  words: string
  done: number
  /** What `done` will come to, or null where nobody knows. */
  total: number | null
}
export type Step<Result> = Progress | { step: 'done'; result: Result }

/** What long work is given: a place to report to, and word that nobody waits any longer. */
export interface Reporting {
  report(words: string, done: number, total: number | null): void
  readonly signal: AbortSignal
}

/** Long work that nobody watches. */
export const unwatched: Reporting = { report: () => undefined, signal: new AbortController().signal }

/** What rows read so far will come to, from how far into a file of `size` bytes they reach; null before that is known. */
export function expectedRows(read: number, bytes: number, size: number): number | null {
  return bytes > 0 ? Math.max(read, Math.round((read * size) / bytes)) : null
}

/** Lets waiting questions be answered, and stops work that was called off. */
export async function breathe(reporting: Reporting): Promise<void> {
  await new Promise((resolve) => setImmediate(resolve))
  reporting.signal.throwIfAborted()
}

/**
 * The steps of a piece of long work, as they happen: of several reports that nobody has read, only the last is kept.
 * Where the reader goes away, the work is called off and waited for, so that its transaction is rolled back.
 */
export async function* reported<Result>(work: (reporting: Reporting) => Promise<Result>): AsyncGenerator<Step<Result>, void> {
  const calledOff = new AbortController()
  let latest: Progress | null = null
  let wake: () => void = () => undefined
  let over = false
  const report = (words: string, done: number, total: number | null) => {
    latest = { step: 'progress', words, done, total }
    wake()
  }
  const finished = work({ report, signal: calledOff.signal }).finally(() => {
    over = true
    wake()
  })
  finished.catch(() => undefined)
  try {
    for (;;) {
      const news: Progress | null = latest
      latest = null
      if (news !== null) yield news
      else if (over) break
      else await new Promise<void>((resolve) => (wake = resolve))
    }
    yield { step: 'done', result: await finished }
  } finally {
    calledOff.abort()
    await finished.catch(() => undefined)
  }
}
