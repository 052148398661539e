/** Ten years of the work of all bodies, invented: 600 meetings, 12,000 items, 15,000 actions, and what became of them. */
import { join } from 'node:path'
import type { MinutesContent } from '../../src-main/api/minutes.ts'
import type { RichText } from '../../src-main/api/richtext.ts'
import { newWorkspace, openCore, type Core } from '../../src-main/core.ts'
import { fixedClock } from '../../src-main/domain/clock.ts'
import { addDays } from '../../src-main/domain/dates.ts'
import { chance } from './school-list.ts'

export const MEETINGS = 600
export const ITEMS = 12_000
export const ACTIONS = 15_000
const SCHOOLS = 450
const PER_MEETING = { items: ITEMS / MEETINGS, actions: ACTIONS / MEETINGS } as const

/** Words by how often they are said: the first ones in every other sentence, the last ones a few times in ten years. */
const SAID = (
  'the school schools provider council visit plan action report data quarter term director lead district governors attainment improvement support package review ' +
  'board quality standards funding charge contract measure target progress risk register stocktake narrative evidence maintained academy trust inspection outcome ' +
  'recruitment vacancy budget cabinet committee audit scrutiny ward member officer chair minutes agenda correction timetable workshop leadership teaching phonics ' +
  'transport kitchen boiler asbestos playground nursery orchard lighthouse cathedral canal reservoir marmalade saxophone telescope'
).split(' ')
const NAMES = ['Ash', 'Beacon', 'Calder', 'Dene', 'Elm', 'Ford', 'Green', 'Hill', 'Ivy', 'Kings', 'Lea', 'Moor', 'North', 'Oak', 'Park', 'Queens', 'Rise', 'South', 'Thorn', 'Vale']
const OWNERS = ['Provider director', 'Executive Director', 'Data manager', 'District Lead', 'Committee officer', 'Commissioning officer']

type Next = (below: number) => number

/** A word, common ones more often by far. */
function word(next: Next): string {
  const share = next(1_000) / 1_000
  return SAID[Math.floor(SAID.length * share ** 3)] ?? 'school'
}

function sentence(next: Next, length: number): string {
  const words = Array.from({ length }, () => word(next)).join(' ')
  return `${words.charAt(0).toUpperCase()}${words.slice(1)}.`
}

export function schoolName(at: number): string {
  return `${NAMES[at % 20] ?? ''} ${NAMES[Math.floor(at / 20) % 20] ?? ''} Primary School${at >= 400 ? ' North' : ''}`
}

/** What was said under an item; in one of four a school is named, in another it is linked. */
function said(next: Next): { document: RichText; text: string; linked: string | null } {
  const paragraphs = Array.from({ length: 3 }, () => sentence(next, 28))
  const at = next(SCHOOLS)
  const linked = next(4) === 0 ? String(100_000 + at) : null
  if (next(4) === 0) paragraphs.push(`${schoolName(at)} was discussed. ${sentence(next, 12)}`)
  return { document: { type: 'doc', content: paragraphs.map((text) => ({ type: 'paragraph', content: [{ type: 'text', text }] })) }, text: paragraphs.join('\n'), linked }
}

/** Makes the workspace and answers its core. Rows go in past the history triggers: what is measured is reading. */
export async function tenYears(folder: string): Promise<Core> {
  const file = join(folder, 'Ten years.quartet')
  const clock = fixedClock('2026-06-14T09:00:00.000Z')
  newWorkspace(file, folder, 'Measure', clock)
  const core = await openCore({ home: folder, workspaceFile: file, clock })
  const { connection } = core.context().workspace.read
  for (const table of ['schools', 'meetings', 'agenda_items', 'minutes', 'decisions', 'actions', 'action_events', 'minutes_versions', 'minutes_events', 'files']) {
    connection.exec(`DROP TRIGGER IF EXISTS history_${table}_insert`)
  }
  const insert = (table: string, columns: string) => connection.prepare(`INSERT INTO ${table} (${columns}) VALUES (${columns.replace(/\w+/gu, '?')})`)
  const into = {
    school: insert('schools', 'id, urn, name, phase'),
    meeting: insert('meetings', 'id, body_id, date, time, place, state'),
    item: insert('agenda_items', 'id, meeting_id, position, title, presenter, purpose, paragraph'),
    minute: insert('minutes', 'id, item_id, document, text, saved_at'),
    mention: insert('mentions', 'kind, target, source, source_id'),
    decision: insert('decisions', 'id, body_id, meeting_id, item_id, year, ordinal, text, reasons'),
    action: insert('actions', 'id, meeting_id, item_id, ordinal, text, school_id'),
    event: insert('action_events', 'id, action_id, kind, date, owner, due, note, officer, recorded_at'),
    file: insert('files', 'id, name, media, sha256, size, bytes'),
    version: insert('minutes_versions', 'id, meeting_id, number, kind, content, file_id, sha256, made_on'),
    happened: insert('minutes_events', 'id, meeting_id, kind, date, version_id, by_whom, note, officer, recorded_at'),
  }
  const next = chance(2_016)
  let ids = 0
  const newId = () => `00000000-0000-7000-8000-${String((ids += 1)).padStart(12, '0')}`
  const bodies = connection.prepare<[], { id: string; code: string }>('SELECT id, code FROM bodies ORDER BY code').all()
  const ordinals = new Map<string, number>()

  connection.exec('BEGIN')
  const schools = Array.from({ length: SCHOOLS }, (_, at) => {
    const id = newId()
    into.school.run(id, String(100_000 + at), schoolName(at), 'Primary')
    return id
  })
  const file1 = newId()
  into.file.run(file1, 'minutes.docx', 'application/octet-stream', '0', 1, Buffer.from('0'))
  for (let at = 0; at < MEETINGS; at++) {
    const meeting = newId()
    const body = bodies[at % bodies.length] ?? { id: '', code: '' }
    const date = addDays('2016-06-20', Math.floor((at * 3_640) / MEETINGS))
    into.meeting.run(meeting, body.id, date, '14:00', 'Council House', 'held')
    const items: MinutesContent['items'] = []
    for (let position = 1; position <= PER_MEETING.items; position++) {
      const id = newId()
      const title = sentence(next, 4).slice(0, -1)
      const paragraph = next(25) === 0 ? 3 : null
      const { document, text, linked } = said(next)
      const minute = newId()
      into.item.run(id, meeting, position, title, '', 'discussion', paragraph)
      into.minute.run(minute, id, JSON.stringify(document), text, `${date}T15:00:00.000Z`)
      if (linked !== null) into.mention.run('school', linked, 'minutes', minute)
      const item: MinutesContent['items'][number] = { id, number: position, title, presenter: '', purpose: 'discussion', paragraph, publicInterest: '', role: null, outcome: null, document, decisions: [], actions: [] }
      if (next(3) === 0) {
        const key = `${body.code} ${date.slice(0, 4)}`
        ordinals.set(key, (ordinals.get(key) ?? 0) + 1)
        const decision = { number: `${key}/${ordinals.get(key) ?? 0}`, text: `That ${sentence(next, 14)}`, reasons: next(2) === 0 ? sentence(next, 12) : '' }
        into.decision.run(newId(), body.id, meeting, id, Number(date.slice(0, 4)), ordinals.get(key) ?? 0, decision.text, decision.reasons)
        item.decisions.push(decision)
      }
      items.push(item)
    }
    for (let ordinal = 1; ordinal <= PER_MEETING.actions; ordinal++) {
      const id = newId()
      const item = items[next(items.length)]
      const text = sentence(next, 10)
      const [owner, due] = [OWNERS[next(OWNERS.length)] ?? '', addDays(date, 14 + next(60))]
      into.action.run(id, meeting, item?.id ?? null, ordinal, text, next(10) === 0 ? (schools[next(SCHOOLS)] ?? null) : null)
      const happened = (kind: string, day: string, note: string, opened = false) => into.event.run(newId(), id, kind, day, opened ? owner : null, opened ? due : null, note, 'Measure', `${day}T09:00:00.000Z`)
      happened('opened', date, '', true)
      if (next(2) === 0) happened('progress', addDays(date, 7), sentence(next, 10))
      if (next(10) > 0) happened('done', due, sentence(next, 8))
      item?.actions.push({ number: `${body.code}/${date}/${ordinal}`, text, owner, due })
    }
    const content: MinutesContent = { body: { name: body.code, code: body.code }, date, time: '14:00', endedAt: '', place: '', attendance: [], declarations: [], items, otherActions: [], figures: [] }
    const was = items.map((item, i) => (i === 0 && next(3) === 0 ? { ...item, title: `${item.title} amended` } : item))
    const versions = [
      { id: newId(), kind: 'circulated', content: { ...content, items: was } },
      { id: newId(), kind: 'agreed', content },
    ]
    for (const [number, version] of versions.entries()) {
      into.version.run(version.id, meeting, number + 1, version.kind, JSON.stringify(version.content), file1, '0', date)
      into.happened.run(newId(), meeting, version.kind, date, version.id, '', '', 'Measure', `${date}T1${number}:00:00.000Z`)
    }
  }
  connection.exec('COMMIT')
  connection.exec('ANALYZE')
  return core
}

/** Words as officers look for them: mostly rare ones, some common, some unfinished, some together. */
export function questions(count: number): { words: string; urn?: string; from?: string; to?: string; sort: 'relevance' | 'date'; bodyAt: number }[] {
  const next = chance(7)
  return Array.from({ length: count }, () => {
    const words = Array.from({ length: 1 + next(3) }, () => SAID[next(SAID.length)] ?? 'visit')
    const last = words.length - 1
    const year = 2016 + next(10)
    return {
      words: words.map((each, at) => (at === last && next(3) === 0 ? each.slice(0, 3) : each)).join(' '),
      ...(next(5) === 0 && { urn: String(100_000 + next(SCHOOLS)) }),
      ...(next(4) === 0 && { from: `${year}-01-01`, to: `${year + 1}-12-31` }),
      sort: next(2) === 0 ? 'relevance' : 'date',
      bodyAt: next(4) === 0 ? next(12) : -1,
    }
  })
}
