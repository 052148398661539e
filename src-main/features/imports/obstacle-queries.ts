import type { ImportObstacles } from '../../api/imports.ts'
import { nounOf, obstaclesTo, statement, type Obstacle, type ReadHandle } from '../../database/index.ts'
import { formatDate } from '../../domain/date-words.ts'
import { countText } from '../../domain/number-words.ts'

/** How many obstacles are named; the rest are counted. */
const NAMED = 3

/** What officers wrote themselves is named before what a file can bring again. */
const FIRST_NAMED = ['visits', 'need_judgements', 'support_packages', 'concerns', 'school_attendance', 'meetings', 'school_facts', 'schools']

function rankOf({ table }: Obstacle): number {
  const rank = FIRST_NAMED.indexOf(table)
  return rank < 0 ? FIRST_NAMED.length : rank
}

interface Place {
  words: string
  to: string
}

/**
 * What depends on an import by now, in a sentence that names the first few and counts the rest, each with the place to
 * go to. A later import is one thing, however many records it touched. No sentence where nothing depends on it.
 */
export function obstaclesInWords(db: ReadHandle, transactionId: string): ImportObstacles {
  const obstacles = obstaclesTo(db, transactionId)
  if (obstacles.length === 0) return { sentence: null, places: [] }
  const byLater = Map.groupBy(obstacles, ({ by }) => by)
  const imports = [...byLater].flatMap(([by, rows]) => importPlace(db, by, rows) ?? [])
  const others = [...byLater].flatMap(([by, rows]) => (importPlace(db, by, rows) ? [] : rows))
  const ordered = others.toSorted((a, b) => Number(b.why === 'depends') - Number(a.why === 'depends') || rankOf(a) - rankOf(b))
  const total = imports.length + ordered.length
  const named = [...imports, ...ordered.slice(0, NAMED).map((obstacle) => placeOf(db, obstacle))].slice(0, NAMED)
  const left = total - named.length
  const words = named.map((place) => place.words)
  const list = left > 0 ? `${words.join('; ')}; and ${left === 1 ? 'one more' : `${countText(left)} more`}` : inAList(words)
  return {
    sentence: `This import cannot be undone, because ${list} ${total === 1 ? 'depends' : 'depend'} on it. Remove or undo ${total === 1 ? 'that' : 'those'} first.`,
    places: distinct(named),
  }
}

/** The later import, where it is one that brought or changed the rows, with one of them. */
function importPlace(db: ReadHandle, transactionId: string | null, rows: readonly Obstacle[]): Place | undefined {
  const later = statement<{ id: string; name: string; at: string }>(db, 'SELECT id, file_name AS name, applied_at AS at FROM imports WHERE transaction_id = ?').get(transactionId)
  const [first] = rows
  if (!later || !first) return undefined
  const { words } = subjectOf(db, first)
  return { words: `the import of ${later.name} on ${formatDate(later.at.slice(0, 10))} (${rows.length === 1 ? words : `${countText(rows.length)} rows, such as ${words}`})`, to: `/schools/imports/${later.id}` }
}

function distinct(places: readonly Place[]): Place[] {
  return [...new Map(places.map((place) => [place.words, place])).values()]
}

function inAList(words: readonly string[]): string {
  return words.length < 2 ? words.join('') : `${words.slice(0, -1).join('; ')} and ${words.at(-1) ?? ''}`
}

function placeOf(db: ReadHandle, obstacle: Obstacle): Place {
  const about = subjectOf(db, obstacle)
  if (obstacle.why === 'depends') return about
  const later = statement<{ at: string; summary: string }>(db, 'SELECT at, summary FROM transactions WHERE id = ?').get(obstacle.by)
  return later ? { words: `${about.words}, changed on ${formatDate(later.at.slice(0, 10))} (“${later.summary}”)`, to: about.to } : about
}

/** A row as a sentence names it, and where it is looked at. */
function subjectOf(db: ReadHandle, { table, row }: Pick<Obstacle, 'table' | 'row'>): Place {
  const described = DESCRIBERS[table]?.(db, row)
  if (described) return described
  const owner = ownerOf(db, table, row)
  const noun = nounOf(table).replace(/^an? /, '')
  if (owner.urn !== null) return { words: `the ${noun} of ${owner.name}`, to: `/schools/${owner.urn}` }
  return { words: nounOf(table), to: '/schools/imports' }
}

type Describer = (db: ReadHandle, row: string) => Place | undefined

const DESCRIBERS: Readonly<Record<string, Describer>> = {
  schools: (db, id) => {
    const school = statement<{ urn: string; name: string }>(db, 'SELECT urn, name FROM schools WHERE id = ?').get(id)
    return school && { words: `the record of ${school.name}`, to: `/schools/${school.urn}` }
  },
  school_facts: (db, id) => {
    const fact = statement<{ urn: string; name: string; fact: string; from: string }>(
      db,
      'SELECT s.urn, s.name, f.fact, f.valid_from AS "from" FROM school_facts f JOIN schools s ON s.id = f.school_id WHERE f.id = ?',
    ).get(id)
    return fact && { words: `the ${fact.fact} of ${fact.name} from ${formatDate(fact.from)}`, to: `/schools/${fact.urn}` }
  },
  visits: (db, id) => {
    const visit = statement<{ urn: string; name: string; date: string }>(db, 'SELECT s.urn, s.name, v.date FROM visits v JOIN schools s ON s.id = v.school_id WHERE v.id = ?').get(id)
    return visit && { words: `the visit to ${visit.name} on ${formatDate(visit.date)}`, to: `/schools/${visit.urn}` }
  },
  need_judgements: (db, id) => {
    const need = statement<{ urn: string; name: string; date: string }>(
      db,
      'SELECT s.urn, s.name, n.decided_on AS date FROM need_judgements n JOIN schools s ON s.id = n.school_id WHERE n.id = ?',
    ).get(id)
    return need && { words: `the judgement on ${need.name} of ${formatDate(need.date)}`, to: `/schools/${need.urn}` }
  },
  school_attendance: (db, id) => {
    const row = statement<{ name: string; body: string; date: string; meeting: string }>(
      db,
      `SELECT s.name, b.name AS body, m.date, m.id AS meeting FROM school_attendance a JOIN schools s ON s.id = a.school_id
         JOIN meetings m ON m.id = a.meeting_id JOIN bodies b ON b.id = m.body_id WHERE a.id = ?`,
    ).get(id)
    return row && { words: `the attendance of ${row.name} at ${row.body} on ${formatDate(row.date)}`, to: `/meetings/${row.meeting}` }
  },
  meetings: (db, id) => meetingWords(db, id, ''),
  attendees: (db, id) => ofMeeting(db, 'attendees', id, 'an attendee of '),
  agenda_items: (db, id) => ofMeeting(db, 'agenda_items', id, 'an agenda item of '),
  decisions: (db, id) => ofMeeting(db, 'decisions', id, 'a decision of '),
  actions: (db, id) => ofMeeting(db, 'actions', id, 'an action of '),
}

function meetingWords(db: ReadHandle, meetingId: string, before: string): Place | undefined {
  const meeting = statement<{ body: string; date: string }>(db, 'SELECT b.name AS body, m.date FROM meetings m JOIN bodies b ON b.id = m.body_id WHERE m.id = ?').get(meetingId)
  return meeting && { words: `${before}the meeting of ${meeting.body} on ${formatDate(meeting.date)}`, to: `/meetings/${meetingId}` }
}

function ofMeeting(db: ReadHandle, table: 'attendees' | 'agenda_items' | 'decisions' | 'actions', id: string, before: string): Place | undefined {
  const meeting = statement<{ meeting: string }>(db, `SELECT meeting_id AS meeting FROM ${table} WHERE id = ?`).get(id)?.meeting
  return meeting === undefined ? undefined : meetingWords(db, meeting, before)
}

/** The school that a row of any table belongs to, by the last that history knows of the row. */
function ownerOf(db: ReadHandle, table: string, row: string): { urn: string | null; name: string } {
  const school = statement<{ urn: string; name: string }>(
    db,
    `SELECT s.urn, s.name FROM history h JOIN schools s ON s.id = coalesce(h.after, h.before) ->> '$.school_id'
     WHERE h.table_name = ? AND h.row_id = ? ORDER BY h.seq DESC LIMIT 1`,
  ).get(table, row)
  return school ?? { urn: null, name: '' }
}
