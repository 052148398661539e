import type { CivilDate } from '../../api/base.ts'
import type { GroupMeeting, GroupMember } from '../../api/groups.ts'
import type { ReadHandle } from '../../database/index.ts'
import { isOpenOn } from '../../domain/open-on.ts'
import { valueOn } from '../../domain/dated-facts.ts'
import type { FigureFacts, FigureQuestion } from '../../domain/figure-facts.ts'
import { membersOn } from '../../domain/group-members.ts'
import { predecessors } from '../../domain/school-line.ts'
import { meetingKey, meetingsHeld } from '../../domain/standings.ts'
import { listMeetings } from '../meetings/queries.ts'
import { chairOn, groupSchools, type StoredGroup } from './queries.ts'

/** Everything that the groups' page is made from, read once. */
export function groupReader(db: ReadHandle, facts: FigureFacts, question: FigureQuestion) {
  const records = [...facts.records]
  const said = groupSchools(db)
  const before = question.settings.carryOver ? predecessors(facts.links) : () => []
  const held = meetingsHeld(facts, question)
  const cameOn = new Map<string, CivilDate[]>()
  for (const row of facts.attendance) {
    if (row.attended && held.has(meetingKey(row))) cameOn.set(`${row.groupKey} ${row.urn}`, [...(cameOn.get(`${row.groupKey} ${row.urn}`) ?? []), row.date])
  }
  const meetings = listMeetings(db, { kind: 'districtStrategyGroup' })

  const membersOf = (group: StoredGroup, day: CivilDate) => membersOn(records, (type) => facts.groupOfType(type), group.district, said.get(group.id) ?? [], day)

  return {
    head: (group: StoredGroup) => ({ ...group, chair: chairOn(db, group.id, question.asAt) }),

    members: (group: StoredGroup): GroupMember[] =>
      membersOf(group, question.asAt).map((member) => {
        const dates = new Set([member.urn, ...before(member.urn)].flatMap((urn) => cameOn.get(`${group.id} ${urn}`) ?? []))
        return { ...member, attended: dates.size, lastAttended: [...dates].sort().at(-1) ?? null }
      }),

    /** The latest first. A cancelled one is no round. */
    meetings(group: StoredGroup): GroupMeeting[] {
      const own = meetings.filter((meeting) => meeting.bodyId === group.id).reverse()
      let round = 0
      return own
        .map(({ id, date, state, attendedSchools }) => ({ id, date, state, round: state === 'cancelled' ? null : (round += 1), attended: attendedSchools, members: membersOf(group, date).length }))
        .reverse()
    },

    rounds: (group: StoredGroup) => [...held.values()].filter(({ groupKey }) => groupKey === group.id).length,

    /** Schools of the district that an officer took out, as at the day. */
    left: (group: StoredGroup) => {
      const own = (said.get(group.id) ?? []).filter(({ member, validFrom, validTo }) => !member && validFrom <= question.asAt && (validTo === null || question.asAt <= validTo))
      return own.flatMap(({ urn }) => records.filter((record) => record.urn === urn).map(({ name }) => ({ urn, name })))
    },

    /** Districts that have open schools of the two groups. */
    districts(): string[] {
      const names = new Set<string>()
      for (const record of records) {
        const district = valueOn(record.districts, question.asAt)
        if (district && isOpenOn(record, question.asAt) && facts.groupOfType(valueOn(record.types, question.asAt) ?? '') !== 'neither') names.add(district)
      }
      return [...names].sort((a, b) => a.localeCompare(b, 'en-GB'))
    },
  }
}
