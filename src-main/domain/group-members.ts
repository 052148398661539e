import type { CivilDate, SchoolGroup } from '../api/base.ts'
import type { Segment } from '../api/groups.ts'
import { valueOn } from './dated-facts.ts'
import type { RecordFacts } from './figure-facts.ts'
import { foldWords } from './fold-words.ts'
import type { Group } from './groups.ts'
import { isOpenOn } from './open-on.ts'

/** An officer's word that a school is, or is not, a member of a group, in force for a stretch of time. */
export interface GroupSchool {
  urn: string
  member: boolean
  representative: string
  validFrom: CivilDate
  validTo: CivilDate | null
}

export interface Member {
  urn: string
  name: string
  group: SchoolGroup
  segment: Segment
  representative: string
  byDistrict: boolean
}

/** The order in which segments are shown. */
export const SEGMENTS: readonly Segment[] = ['nursery', 'primary', 'secondary', 'allThrough', 'special', 'alternative', 'sixteenPlus', 'other']

const PHASES: Readonly<Record<string, Segment>> = {
  nursery: 'nursery',
  primary: 'primary',
  'middle deemed primary': 'primary',
  secondary: 'secondary',
  'middle deemed secondary': 'secondary',
  'all-through': 'allThrough',
  'all through': 'allThrough',
  '16 plus': 'sixteenPlus',
}

/** The segment of a school: by its type where the register gives special schools and units no phase, else by its phase. */
export function segmentOf(phase: string, type: string): Segment {
  const kind = foldWords(type)
  if (/\bspecial\b/.test(kind)) return 'special'
  if (kind === 'pupil referral unit' || kind.includes('alternative provision')) return 'alternative'
  return PHASES[foldWords(phase)] ?? 'other'
}

/**
 * Who is a member of a District Strategy Group on a day: the maintained schools and academies that are open and in its
 * district, less those that an officer took out, and those that an officer put in.
 *
 * @param own what officers said of this group's schools
 * @returns by segment, then by name
 */
export function membersOn(records: Iterable<RecordFacts>, groupOfType: (type: string) => Group, district: string | null, own: readonly GroupSchool[], day: CivilDate): Member[] {
  const said = new Map(own.filter(({ validFrom, validTo }) => validFrom <= day && (validTo === null || day <= validTo)).map((row) => [row.urn, row]))
  const members: Member[] = []
  for (const record of records) {
    const word = said.get(record.urn)
    const byDistrict = district !== null && valueOn(record.districts, day) === district
    if (!(word?.member ?? byDistrict) || !isOpenOn(record, day)) continue
    const type = valueOn(record.types, day) ?? ''
    const group = groupOfType(type)
    if (group === 'neither') continue
    members.push({ urn: record.urn, name: record.name, group, segment: segmentOf(record.phase, type), representative: word?.representative ?? '', byDistrict })
  }
  return members.sort((a, b) => SEGMENTS.indexOf(a.segment) - SEGMENTS.indexOf(b.segment) || a.name.localeCompare(b.name, 'en-GB') || (a.urn < b.urn ? -1 : 1))
}
