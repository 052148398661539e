import { z } from 'zod'
import { change, civilDate, procedure, rowId, schoolGroup, urn } from './base.ts'
import { explainedFigure } from './figures.ts'
import { meetingState } from './meetings.ts'
import { dsgMethod } from './settings.ts'

/** The parts of a District Strategy Group, by the schools' phase; special schools and alternative provision by their type. */
export const segment = z.enum(['nursery', 'primary', 'secondary', 'allThrough', 'special', 'alternative', 'sixteenPlus', 'other'])
export type Segment = z.infer<typeof segment>

export const groupMember = z.object({
  urn,
  name: z.string(),
  group: schoolGroup,
  segment,
  /** Who comes for the school, by role; empty where nobody has said. */
  representative: z.string(),
  /** A member because it lies in the district; otherwise by an officer's word. */
  byDistrict: z.boolean(),
  /** Meetings held in the window that it attended, along its line. */
  attended: z.number().int(),
  lastAttended: civilDate.nullable(),
})
export type GroupMember = z.infer<typeof groupMember>

export const groupMeeting = z.object({
  id: rowId,
  date: civilDate,
  state: meetingState,
  /** The group's n-th meeting; null where it was cancelled. */
  round: z.number().int().nullable(),
  attended: z.number().int(),
  /** Schools that were members on the day. */
  members: z.number().int(),
})
export type GroupMeeting = z.infer<typeof groupMeeting>

const group = z.object({ id: rowId, name: z.string(), code: z.string(), district: z.string().nullable(), chair: z.string().nullable() })

export const groupRow = group.extend({
  members: z.number().int(),
  segments: z.array(z.object({ segment, members: z.number().int() })),
  /** Meetings held in the window, which is how many rounds the group has had. */
  rounds: z.number().int(),
  last: groupMeeting.nullable(),
  next: groupMeeting.nullable(),
  /** Members that have attended none of the meetings held. */
  neverCame: z.number().int(),
})
export type GroupRow = z.infer<typeof groupRow>

const asked = z.object({ asAt: civilDate.optional() })

export const groups = {
  /** The groups as at a date, with coverage by each method on offer side by side; the settings' own is `chosen`. */
  list: procedure.input(asked.default({})).output(
    z.object({
      asAt: civilDate,
      from: civilDate,
      chosen: dsgMethod,
      coverage: z.array(z.object({ method: dsgMethod, figures: z.array(explainedFigure) })),
      groups: z.array(groupRow),
      /** Districts with open schools and no group. */
      districtsWithout: z.array(z.string()),
    }),
  ),
  /** One group with its members on the date, by segment and name, and its meetings, the latest first. */
  get: procedure.input(asked.extend({ id: rowId })).output(
    group.extend({
      /** Who chaired, by role, the latest first; one that is still to begin comes before the one who chairs now. */
      chairs: z.array(z.object({ role: z.string(), from: civilDate, to: civilDate.nullable() })),
      members: z.array(groupMember),
      meetings: z.array(groupMeeting),
      /** Schools of the district that an officer took out of the group. */
      left: z.array(z.object({ urn, name: z.string() })),
    }),
  ),
  /** From a day on the school is, or is not, a member; and who comes for it. */
  setSchool: procedure
    .input(z.object({ id: rowId, urn, member: z.boolean(), representative: z.string().trim().max(120).default(''), from: civilDate }))
    .output(change),
  /** From a day on another role chairs the group. */
  setChair: procedure.input(z.object({ id: rowId, role: z.string().trim().min(1, 'Say who chairs, by role').max(120), from: civilDate })).output(change),
  /** Makes a group for each district that has open schools and none. */
  setUp: procedure.output(change),
}
