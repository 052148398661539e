import fc from 'fast-check'
import type { ActionEventKind } from '../../../api/meetings.ts'
import { build, run, type Workspace, type WriteHandle } from '../../../database/index.ts'
import { addDays } from '../../../domain/dates.ts'
import type { Fate } from './told-twice.ts'

export interface EventStory {
  kind: Exclude<ActionEventKind, 'opened'>
  date: string
  /** The new due date, where it is extended. */
  due: string
  fate: Fate
  /** The day of the event where it was corrected. */
  changedTo: string
}

/** An action with all that ever happened to it, told twice: what was known first, and what is known now. */
export interface ActionStory {
  body: 0 | 1
  opened: string
  due: string
  /** Late, or from the first; an action as a whole is not corrected. */
  late: boolean
  events: EventStory[]
}

/** Few days, so that what happens on the edge of a period happens often. */
export const actionDay = (from: number, to: number) => fc.integer({ min: from, max: to }).map((n) => addDays('2016-01-01', n))
const day = actionDay(0, 12)
const event: fc.Arbitrary<EventStory> = fc.record({
  kind: fc.constantFrom<EventStory['kind']>('started', 'progress', 'extended', 'transferred', 'done', 'done', 'done', 'confirmed', 'superseded', 'cancelled', 'reopened', 'reopened'),
  date: day,
  due: day,
  fate: fc.constantFrom<Fate>('kept', 'kept', 'kept', 'late', 'deleted', 'changed'),
  changedTo: day,
})

/** Actions of two bodies with whatever may be typed in any order: moves that are illegal where they fall are among them. */
export const actionStories: fc.Arbitrary<ActionStory[]> = fc.array(
  fc.record({ body: fc.constantFrom<0 | 1>(0, 1), opened: actionDay(0, 4), due: day, late: fc.boolean(), events: fc.array(event, { maxLength: 6 }) }),
  { minLength: 3, maxLength: 8 },
)

/** Writes the stories, the first telling in one change and what came or was corrected later in another. Answers the ids of the actions. */
export function writeActions(workspace: Workspace, stories: readonly ActionStory[], between: () => void): { bodies: [string, string]; ids: string[] } {
  const ids: string[] = stories.map(() => '')
  const events = new Map<EventStory, string>()
  const [bodies, meetings]: [[string, string], [string, string]] = [['', ''], ['', '']]
  const tell = (db: WriteHandle, late: boolean) => {
    for (const [at, story] of stories.entries()) {
      if (story.late === late) ids[at] = addAction(db, meetings[story.body], story, at)
      const told = story.late ? late : true
      for (const one of story.events) if (told && (story.late || (one.fate === 'late') === late)) events.set(one, addEvent(db, ids[at] ?? '', one.kind, one.date, one.due))
    }
  }
  workspace.change('The first telling', (db) => {
    for (const nth of [0, 1] as const) {
      bodies[nth] = db.newId()
      meetings[nth] = db.newId()
      run(db, build.insertInto('bodies').values({ id: bodies[nth], name: `Body ${nth}`, code: `T${nth}`, kind: 'quartet', district: null, statutory: 0 }))
      run(db, build.insertInto('meetings').values({ id: meetings[nth], body_id: bodies[nth], date: '2016-01-01', time: '', place: '', state: 'held' }))
    }
    tell(db, false)
  })
  between()
  workspace.change('The second telling', (db) => {
    tell(db, true)
    for (const story of stories.filter(({ late }) => !late)) {
      for (const one of story.events) {
        if (one.fate === 'changed') run(db, build.updateTable('action_events').set({ date: one.changedTo }).where('id', '=', events.get(one) ?? ''))
        if (one.fate === 'deleted') run(db, build.deleteFrom('action_events').where('id', '=', events.get(one) ?? ''))
      }
    }
  })
  return { bodies, ids }
}

function addAction(db: WriteHandle, meetingId: string, { opened, due }: ActionStory, at: number): string {
  const id = db.newId()
  run(db, build.insertInto('actions').values({ id, meeting_id: meetingId, item_id: null, ordinal: at + 1, text: `Action ${at}`, not_before: null }))
  addEvent(db, id, 'opened', opened, due)
  return id
}

function addEvent(db: WriteHandle, actionId: string, kind: ActionEventKind, date: string, due: string): string {
  const id = db.newId()
  const owner = kind === 'opened' || kind === 'transferred' ? 'Data manager' : null
  run(db, build.insertInto('action_events').values({ id, action_id: actionId, kind, date, owner, due: kind === 'opened' || kind === 'extended' ? due : null, note: '', officer: db.officer, recorded_at: db.at }))
  return id
}
