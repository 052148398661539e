import type { CivilDate } from '../api/base.ts'
import type { PackageEventKind } from '../api/support.ts'
import { formatDate } from './date-words.ts'
import { inOrder, type PackageEventFact } from './package-standing.ts'

/** What is planned, and what the package answers: dates that may be at odds with the story. */
export interface PackageDates {
  plannedStart: CivilDate | null
  plannedEnd: CivilDate | null
  /** The day of the need judgement. */
  judgedOn: CivilDate | null
}

const SAID: Record<PackageEventKind, string> = {
  identified: 'identified as a need',
  diagnosed: 'diagnosed',
  agreed: 'agreed',
  started: 'started',
  reviewed: 'reviewed',
  paused: 'paused',
  resumed: 'resumed',
  escalated: 'escalated',
  carriedOn: 'carried on at the successor',
  completed: 'completed',
  stopped: 'stopped',
}

const USUAL: readonly PackageEventKind[] = ['identified', 'diagnosed', 'agreed', 'started']
const ONLY_AT_WORK: readonly PackageEventKind[] = ['reviewed', 'paused', 'resumed', 'escalated', 'completed']

/**
 * What is out of its usual order in a package's dates, as sentences. Order warns, it does not block: officers backfill
 * the past (DOMAIN.md, "Lifecycles").
 */
export function packageWarnings(events: readonly PackageEventFact[], dates: PackageDates): string[] {
  const ordered = inOrder(events)
  const on = (kind: PackageEventKind) => ordered.find((event) => event.kind === kind)?.date
  const warnings: string[] = []
  const before = (first: PackageEventKind, second: PackageEventKind, date = on(second)) => {
    const due = on(first)
    if (due !== undefined && date !== undefined && date < due) warnings.push(`It was ${SAID[second]} on ${formatDate(date)}, before it was ${SAID[first]} on ${formatDate(due)}.`)
  }
  for (const [i, kind] of USUAL.entries()) {
    const next = USUAL[i + 1]
    if (next !== undefined) before(kind, next)
  }
  for (const event of ordered) if (ONLY_AT_WORK.includes(event.kind)) before('started', event.kind, event.date)
  const end = ordered.find(({ kind }) => kind === 'completed' || kind === 'stopped')
  if (end) {
    for (const event of ordered.slice(ordered.indexOf(end) + 1)) {
      warnings.push(`It was ${SAID[event.kind]} on ${formatDate(event.date)}, after it was ${SAID[end.kind]} on ${formatDate(end.date)}. That does not count.`)
    }
  }
  const identified = on('identified')
  if (dates.judgedOn !== null && identified !== undefined && identified < dates.judgedOn) {
    warnings.push(`The need was identified on ${formatDate(identified)}, before the judgement of ${formatDate(dates.judgedOn)} that it answers.`)
  }
  if (dates.plannedStart !== null && dates.plannedEnd !== null && dates.plannedEnd < dates.plannedStart) {
    warnings.push(`The planned end, ${formatDate(dates.plannedEnd)}, lies before the planned start, ${formatDate(dates.plannedStart)}.`)
  }
  return warnings
}
