import type { CivilDate, SchoolGroup } from '../../api/base.ts'
import type { DatedValue } from '../../domain/dated-facts.ts'
import type { Link } from '../../domain/school-line.ts'
import type { FeaturedSchool, SamplePlan } from './seed.ts'

/** A record of the invented register, without the particulars that no figure depends on. */
export interface SampleRecord {
  urn: string
  name: string
  phase: string
  district: string
  openDate: CivilDate | null
  closeDate: CivilDate | null
  reasonOpened: string | null
  reasonClosed: string | null
  types: DatedValue[]
  statuses: DatedValue[]
}

/** A school that is open on the sample's day, with the records that it came from. */
export interface SampleLine {
  group: SchoolGroup
  record: SampleRecord
  before: SampleRecord[]
  conversion: SamplePlan['conversions'][number] | null
  featured: FeaturedSchool | null
}

/** Why a record is in no statistic: closed (perhaps on no known date), only proposed, or of a type in neither group. */
export type OtherFate = SamplePlan['others'][number]['kind']

export interface SampleRegister {
  lines: SampleLine[]
  others: { kind: OtherFate; record: SampleRecord; visited: boolean }[]
  links: (Link & { establishedOn: CivilDate })[]
}

/** What a school is before it has a record: its kind, where it lies, what it is called. */
export interface Place {
  kind: { type: string; phase: string; form: string }
  district: string
  name: string
}

/** The record, or the records of an amalgamation, under which a school was known on a date. */
export function recordsOn(line: SampleLine, date: CivilDate): SampleRecord[] {
  return line.before.length > 0 && line.record.openDate !== null && date < line.record.openDate ? line.before : [line.record]
}

/** The record that what happened on a date is entered against: of an amalgamation the first. */
export function recordOn(line: SampleLine, date: CivilDate): SampleRecord {
  return recordsOn(line, date)[0] ?? line.record
}

/** Every record with whatever became of it, in order of URN. */
export function allRecords({ lines, others }: SampleRegister): SampleRecord[] {
  const records = [...lines.flatMap((line) => [line.record, ...line.before]), ...others.map((other) => other.record)]
  return records.sort((a, b) => (a.urn < b.urn ? -1 : 1))
}
