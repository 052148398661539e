import type { ImportOutcome } from '../../../src-main/api/imports.ts'
import { counted, wordsOf } from './importKinds.ts'

const write = (number: number) => number.toLocaleString('en-GB')

/** What the button says it will do; null where nothing would change. */
export function importVerb({ kind, added, changed }: Pick<ImportOutcome, 'kind' | 'added' | 'changed'>): string | null {
  if (added === 0 && changed === 0) return null
  if (changed === 0) return `Import ${counted(kind, added)}`
  if (added === 0) return `Change ${counted(kind, changed)}`
  return `Import ${write(added)} new and ${write(changed)} changed ${wordsOf(kind).many}`
}

/** What was done, for the undo bar and the notice. */
export function doneSentence({ kind, added, changed, fileName }: Pick<ImportOutcome, 'kind' | 'added' | 'changed' | 'fileName'>): string {
  const parts = [
    ...(added > 0 ? [`${counted(kind, added)} added`] : []),
    ...(changed > 0 ? [`${added > 0 ? write(changed) : counted(kind, changed)} changed`] : []),
  ]
  return `${parts.length > 0 ? parts.join(', ') : 'Nothing changed'}, from ${fileName}`
}

/** What was not taken; null where every row was. */
export function leftOutSentence({ refusedCount }: Pick<ImportOutcome, 'refusedCount'>): string | null {
  if (refusedCount === 0) return null
  return refusedCount === 1 ? 'One row was refused and left out.' : `${write(refusedCount)} rows were refused and left out.`
}

/**
 * How much longer, in words, from how far the work has come; undefined while that would be a guess: in the first
 * two seconds, and before a twentieth is done.
 *
 * @param elapsed milliseconds so far
 */
export function timeLeft(done: number, total: number | null, elapsed: number): string | undefined {
  if (total === null || done * 20 < total || elapsed < 2000 || done >= total) return undefined
  const seconds = Math.ceil((elapsed * (total - done)) / done / 1000)
  if (seconds < 60) return `about ${seconds} ${seconds === 1 ? 'second' : 'seconds'} left`
  const minutes = Math.ceil(seconds / 60)
  return `about ${minutes} ${minutes === 1 ? 'minute' : 'minutes'} left`
}
