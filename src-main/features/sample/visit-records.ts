import type { VisitsTable } from '../../database/index.ts'
import { addDays } from '../../domain/dates.ts'
import { chanceFor } from './chance.ts'
import type { SampleRecord } from './school-line.ts'
import type { SampleSeed } from './seed.ts'

/** What is known of a visit beside that it was, or is to be. */
export type VisitRecord = Pick<VisitsTable, 'planned_for' | 'cancelled_because' | 'evidence' | 'response' | 'responded_on' | 'response_note'>

export type SampleVisit = Pick<VisitsTable, 'date' | 'visitor' | 'kind' | 'status' | 'purpose' | 'note' | 'recorded_at'> &
  VisitRecord & { record: SampleRecord; counts: boolean }

export const noRecord: VisitRecord = { planned_for: null, cancelled_because: null, evidence: null, response: null, responded_on: null, response_note: null }

/** So many planned visits are left without a word of what became of them. */
const LEFT_OPEN = 4

/**
 * Adds to the visits what no figure depends on: for when they were planned, what they are evidenced by, and what the
 * school said of the record. A few planned ones are let pass, as happens in June.
 */
export function withRecords({ contacts, plan }: SampleSeed, visits: readonly SampleVisit[]): SampleVisit[] {
  const chance = chanceFor(plan.seed, 'visit records', plan.holidays)
  const latest = addDays(plan.today, -1)
  const open = new Set(chance.shuffled(visits.filter(({ status, record }) => status === 'planned' && (record.openDate ?? '') < plan.contractStart)).slice(0, LEFT_OPEN))
  return visits
    .map((visit) => (open.has(visit) ? { ...visit, date: chance.workingDay(addDays(plan.today, -12), latest), recorded_at: '2016-05-24T14:05:00.000Z' } : { ...visit, ...recordOf(visit) }))
    .sort((a, b) => (a.date + a.record.urn < b.date + b.record.urn ? -1 : 1))

  function recordOf({ status, kind, date, note, counts }: SampleVisit): Partial<VisitRecord> {
    if (status !== 'completed' || kind !== 'visit' || !counts || date < plan.contractStart) return {}
    const planned = chance.happens(80) ? { planned_for: chance.happens(85) ? date : chance.workingDay(addDays(date, -30), date) } : {}
    const evidenced = chance.happens(90) ? { evidence: chance.pick(contacts.evidence) } : {}
    const agreed = note.startsWith('Record agreed accurate') || chance.happens(55)
    const disputed = !agreed && chance.happens(8)
    const answered = addDays(date, chance.whole(5, 21))
    if ((!agreed && !disputed) || answered > latest) return { ...planned, ...evidenced }
    const words = chance.pick(agreed ? contacts.agreed : contacts.disputed)
    return { ...planned, ...evidenced, response: agreed ? 'accurate' : 'notAccurate', responded_on: answered, response_note: words || null }
  }
}
