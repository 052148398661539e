import type { CivilDate } from '../../api/base.ts'
import type { DatedValue } from '../../domain/dated-facts.ts'
import { addDays } from '../../domain/dates.ts'
import type { OtherFate, SampleLine, SampleRecord } from './school-line.ts'
import type { SamplePlan } from './seed.ts'

/** The statuses of a record as its dates make them, from the first day on which the register is known. */
export function statusesOf(record: SampleRecord, firstKnown: CivilDate, fate?: OtherFate): DatedValue[] {
  if (fate === 'proposed') return [{ value: 'Proposed to open', validFrom: firstKnown, validTo: null }]
  const opened = record.openDate !== null && record.openDate > firstKnown ? record.openDate : firstKnown
  if (record.closeDate === null) return [{ value: fate === 'closed' ? 'Closed' : 'Open', validFrom: opened, validTo: null }]
  if (record.closeDate < opened) return [{ value: 'Closed', validFrom: firstKnown, validTo: null }]
  return [
    { value: 'Open', validFrom: opened, validTo: record.closeDate },
    { value: 'Closed', validFrom: addDays(record.closeDate, 1), validTo: null },
  ]
}

/** A few open schools are proposed to close; a few changed from community to foundation school, under the same URN. */
export function changeFacts(plan: SamplePlan, lines: SampleLine[]): void {
  const plain = lines.filter((line) => line.featured === null && line.before.length === 0)
  const community = plain.filter(({ record }) => record.types[0]?.value === 'Community school')
  const foundation = plain.filter(({ record }) => record.types[0]?.value === 'Foundation school')
  plan.proposedToClose.forEach((from, i) => {
    const record = community[i]?.record
    if (record) record.statuses = changed(record.statuses, 'Open, but proposed to close', from)
  })
  plan.communityToFoundation.forEach((from, i) => {
    const record = foundation[i]?.record
    if (record) record.types = changed([{ value: 'Community school', validFrom: plan.firstKnown, validTo: null }], 'Foundation school', from)
  })
}

function changed(stretches: readonly DatedValue[], value: string, from: CivilDate): DatedValue[] {
  return [...stretches.map((stretch) => ({ ...stretch, validTo: stretch.validTo ?? addDays(from, -1) })), { value, validFrom: from, validTo: null }]
}
