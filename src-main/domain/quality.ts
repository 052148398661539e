import type { CivilDate } from '../api/base.ts'
import type { QualityRule } from '../api/quality.ts'
import { isClosedWithoutDate, isOpenOn } from './open-on.ts'
import type { Finding, Look, QualityFacts, QualityRecord } from './quality-facts.ts'
import * as register from './quality-register.ts'
import * as work from './quality-work.ts'

/** One thing that is looked for: what an officer calls it, and how it is found. */
export interface Rule {
  readonly id: QualityRule
  readonly title: string
  readonly find: (look: Look) => Finding[]
}

/** The rules, in the order of their weight for the figures. */
export const qualityRules: readonly Rule[] = [
  { id: 'openWithoutDistrict', title: 'Open without a district', find: register.openWithoutDistrict },
  { id: 'unknownType', title: 'Type of no known group', find: register.unknownType },
  { id: 'statusAgainstDates', title: 'Status and dates disagree', find: register.statusAgainstDates },
  { id: 'closedWithoutDate', title: 'Closed without a close date', find: register.closedWithoutDate },
  { id: 'datesReversed', title: 'Closed before it opened', find: register.datesReversed },
  { id: 'linkMissing', title: 'Predecessor or successor missing', find: register.linkMissing },
  { id: 'duplicateName', title: 'Open schools of one name', find: register.duplicateName },
  { id: 'visitBeforeOpening', title: 'Visit before opening', find: work.visitBeforeOpening },
  { id: 'visitAfterClosing', title: 'Visit after closing', find: work.visitAfterClosing },
  { id: 'visitAhead', title: 'Completed visit still to come', find: work.visitAhead },
  { id: 'plannedVisitPast', title: 'Planned visit that is past', find: work.plannedVisitPast },
  { id: 'sameVisitTwice', title: 'Visit recorded twice', find: work.sameVisitTwice },
  { id: 'visitsLeftBehind', title: 'Visits left on the old record', find: work.visitsLeftBehind },
  { id: 'judgementWhileNotOpen', title: 'Judgement while not open', find: work.judgementWhileNotOpen },
  { id: 'closedWithNeed', title: 'Closed with a judgement standing', find: work.closedWithNeed },
  { id: 'closedWithAction', title: 'Closed with an open action', find: work.closedWithAction },
  { id: 'meetingWithoutAttendance', title: 'Group met, no attendance', find: work.meetingWithoutAttendance },
  { id: 'attendanceOtherDistrict', title: 'Attended another district’s group', find: work.attendanceOtherDistrict },
  { id: 'attendanceWhileNotOpen', title: 'Attended while not open', find: work.attendanceWhileNotOpen },
]

/** Everything odd in the records on a day, by rule and then by name. Nothing is put right by itself. */
export function findOddities(facts: QualityFacts): Finding[] {
  const look: Look = {
    ...facts,
    byUrn: new Map(facts.records.map((record) => [record.urn, record])),
    open: facts.records.filter((record) => isOpenOn(record, facts.today)),
    closed: facts.records.filter((record) => isClosed(record, facts.today)),
  }
  return qualityRules.flatMap(({ find }) => find(look).sort(byName))
}

/** Not open any more: one that is still to open is no closed school. */
function isClosed(record: QualityRecord, today: CivilDate): boolean {
  return (record.closeDate !== null && record.closeDate < today) || isClosedWithoutDate(record)
}

function byName(a: Finding, b: Finding): number {
  if (a.name !== b.name) return a.name < b.name ? -1 : 1
  return a.subject < b.subject ? -1 : 1
}
