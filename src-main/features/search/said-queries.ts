import type { z } from 'zod'
import type { CivilDate } from '../../api/base.ts'
import type { SaidHit, SaidKind, saidQuestion } from '../../api/search.ts'
import { statement, type ReadHandle } from '../../database/index.ts'
import { actionNumber, decisionNumber } from '../../domain/numbering.ts'
import { matchQuery } from '../../domain/search-words.ts'
import { minutesStates } from '../minutes/version-queries.ts'
import { foldedText, soughtIn } from './sought-words.ts'
import { keptTexts, type KeptText } from './text-queries.ts'

export type SaidQuestion = z.output<typeof saidQuestion>

/** Something found: of what kind, in which meeting, and how well it fits. */
interface Found {
  readonly kind: SaidKind
  readonly id: string
  readonly date: CivilDate
  readonly score: number
  /** Where the words were found in a text that no index holds; undefined: in the row's own. */
  readonly kept?: KeptText
}

const SOURCES = [
  { kind: 'minute', table: 'minutes', index: 'minute_search', place: 'item_id' },
  { kind: 'decision', table: 'decisions', index: 'decision_search', place: 'meeting_id' },
  { kind: 'action', table: 'actions', index: 'action_search', place: 'meeting_id' },
] as const

/** A meeting as far as it decides whether something is found. */
interface Sitting {
  readonly bodyId: string
  readonly date: CivilDate
}

/** Everything that a question is asked of: looked up here for thousands of hits, which costs less than joining them in SQL. */
interface Library {
  readonly texts: readonly (readonly KeptText[])[]
  readonly meetings: ReadonlyMap<string, Sitting>
  readonly meetingOf: ReadonlyMap<string, string>
}

/** The meeting of each item, worked out once for as long as the titles stand. */
const meetingsOf = new WeakMap<readonly KeptText[], ReadonlyMap<string, string>>()

function libraryOf(db: ReadHandle): Library {
  const texts = keptTexts(db)
  const titles = texts[0] ?? []
  const meetingOf = meetingsOf.get(titles) ?? new Map(titles.map(({ id, meetingId }) => [id, meetingId]))
  meetingsOf.set(titles, meetingOf)
  const meetings = statement<Sitting & { id: string }>(db, 'SELECT id, body_id AS bodyId, date FROM meetings').all()
  return { texts, meetingOf, meetings: new Map(meetings.map((meeting) => [meeting.id, meeting])) }
}

interface School {
  urn: string
  name: string
}

/** Rows of the indexed tables that have the words, or, without words, that speak of the school. */
function indexed(db: ReadHandle, { kind, table, index, place }: (typeof SOURCES)[number], question: SaidQuestion, school: School | undefined, { meetings, meetingOf }: Library): Found[] {
  const match = matchQuery(question.words)
  const named = school ? matchQuery(school.name) : null
  const ofSchool = [
    `x.item_id IN (${LINKED})`,
    ...(named === null ? [] : [`x.n IN (SELECT rowid FROM ${index} WHERE ${index} MATCH :named)`]),
    ...(kind === 'action' ? ['x.school_id = (SELECT id FROM schools WHERE urn = :urn)'] : []),
  ]
  const from = match === null ? `${table} x` : `${index} JOIN ${table} x ON x.n = ${index}.rowid`
  const conditions = [...(match === null ? [] : [`${index} MATCH :match`]), ...(school ? [`(${ofSchool.join(' OR ')})`] : [])]
  const rows = statement<{ id: string; place: string; score: number }>(db, `SELECT x.id, x.${place} AS place, ${match === null || question.sort === 'date' ? '0' : '-rank'} AS score FROM ${from} WHERE ${conditions.join(' AND ')}`).all({
    ...(match !== null && { match }),
    ...(school && { urn: school.urn }),
    ...(named !== null && { named }),
  })
  return rows.flatMap(({ id, place: at, score }): Found[] => {
    const meeting = meetings.get(place === 'item_id' ? (meetingOf.get(at) ?? '') : at)
    return meeting && fits(meeting, question) ? [{ kind, id, date: meeting.date, score }] : []
  })
}

const LINKED = "SELECT item_id FROM minutes JOIN mentions ON source = 'minutes' AND source_id = minutes.id WHERE kind = 'school' AND target = :urn"

function fits({ bodyId, date }: Sitting, question: SaidQuestion): boolean {
  return (question.bodyId ?? bodyId) === bodyId && (question.from ?? date) <= date && (question.to ?? date) >= date
}

/** How well a line fits, by the measure that FTS5's own rank has: rare words count more, and short lines. */
function scoreOf(matched: number, all: number, words: number, usual: number): number {
  const rare = Math.log(1 + (all - matched + 0.5) / (matched + 0.5))
  return (rare * 2.2) / (1 + 1.2 * (0.25 + (0.75 * words) / usual))
}

function inMemory(db: ReadHandle, question: SaidQuestion, school: School | undefined, { texts: shelves, meetings }: Library): Found[] {
  const { holds } = soughtIn(question.words)
  const named = school && foldedText(school.name)
  const linked = school ? linkedItems(db, school.urn) : new Set<string>()
  const speaksOf = (text: KeptText) => named === undefined || text.folded.includes(named) || (text.itemId !== null && linked.has(text.itemId))
  return shelves.flatMap((texts) => {
    const matched = texts.flatMap((text) => {
      const meeting = holds(text.folded) && speaksOf(text) ? meetings.get(text.meetingId) : undefined
      return meeting && fits(meeting, question) ? [{ text, date: meeting.date }] : []
    })
    if (matched.length === 0) return []
    const usual = matched.reduce((sum, { text }) => sum + text.words, 0) / matched.length
    return matched.map(({ text, date }): Found => ({ kind: text.kind, id: text.id, date, kept: text, score: scoreOf(matched.length, texts.length, text.words, usual) }))
  })
}

function linkedItems(db: ReadHandle, urn: string): Set<string> {
  return new Set(
    statement<{ item_id: string }>(db, LINKED)
      .all({ urn })
      .map(({ item_id }) => item_id),
  )
}

/** Everything that fits, each thing once: found in its own words before found in what belongs to it. */
export function findSaid(db: ReadHandle, question: SaidQuestion): Found[] {
  const school = question.urn === undefined ? undefined : statement<School>(db, 'SELECT urn, name FROM schools WHERE urn = ?').get(question.urn)
  if (question.urn !== undefined && !school) return []
  if (matchQuery(question.words) === null && !school) return []
  const library = libraryOf(db)
  const found = new Map<string, Found>()
  for (const each of [...SOURCES.flatMap((source) => indexed(db, source, question, school, library)), ...inMemory(db, question, school, library)]) {
    if (!found.has(each.id)) found.set(each.id, each)
  }
  const by = question.sort === 'date' ? (a: Found, b: Found) => compare(b.date, a.date) || b.score - a.score : (a: Found, b: Found) => b.score - a.score || compare(b.date, a.date)
  return [...found.values()].sort((a, b) => by(a, b) || compare(a.id, b.id))
}

function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0
}

type Particulars = Pick<SaidHit, 'title' | 'bodyName' | 'meetingId' | 'itemId'> & { id: string; text: string; exempt: 0 | 1; code: string; date: CivilDate; year: number | null; ordinal: number | null }

const ITEM = 'i.id AS itemId, i.paragraph IS NOT NULL AS exempt'
const BODY = 'm.id AS meetingId, m.date, b.name AS bodyName, b.code'
const UP = 'JOIN meetings m ON m.id = i.meeting_id JOIN bodies b ON b.id = m.body_id'
const OF: Record<SaidKind, string> = {
  item: `SELECT i.id, ${ITEM}, ${BODY}, i.title, i.title AS text, NULL AS year, NULL AS ordinal FROM agenda_items i ${UP} WHERE i.id = ?`,
  minute: `SELECT x.id, ${ITEM}, ${BODY}, i.title, x.text, NULL AS year, NULL AS ordinal FROM minutes x JOIN agenda_items i ON i.id = x.item_id ${UP} WHERE x.id = ?`,
  decision: `SELECT x.id, ${ITEM}, ${BODY}, i.title, x.text, x.year, x.ordinal FROM decisions x JOIN agenda_items i ON i.id = x.item_id ${UP} WHERE x.id = ?`,
  action: `SELECT x.id, i.id AS itemId, i.paragraph IS NOT NULL AS exempt, ${BODY}, coalesce(i.title, '') AS title, x.text, NULL AS year, x.ordinal
    FROM actions x LEFT JOIN agenda_items i ON i.id = x.item_id JOIN meetings m ON m.id = x.meeting_id JOIN bodies b ON b.id = m.body_id WHERE x.id = ?`,
  version: `SELECT v.id, NULL AS itemId, 0 AS exempt, ${BODY}, 'Version ' || v.number || ' of the minutes' AS title, '' AS text, NULL AS year, NULL AS ordinal
    FROM minutes_versions v JOIN meetings m ON m.id = v.meeting_id JOIN bodies b ON b.id = m.body_id WHERE v.id = ?`,
}

/** A correction is found under the item that it puts right, and is exempt where either minute is. */
const CORRECTION = `SELECT c.id, i.id AS itemId, i.paragraph IS NOT NULL OR at.paragraph IS NOT NULL AS exempt, ${BODY}, 'Correction: ' || i.title AS title, '' AS text, NULL AS year, NULL AS ordinal
  FROM minute_corrections c JOIN agenda_items at ON at.id = c.at_item_id JOIN agenda_items i ON i.id = c.item_id ${UP} WHERE c.id = ?`

/** Of a version the item's words may be exempt, as they were frozen or as the item stands. */
const EXEMPT_IN_VERSION = `SELECT 1 AS yes FROM minutes_versions v, json_each(v.content, '$.items') e
  WHERE v.id = :version AND e.value ->> '$.id' = :item AND e.value ->> '$.paragraph' IS NOT NULL UNION SELECT 1 FROM agenda_items WHERE id = :item AND paragraph IS NOT NULL`

/** What a screen shows of the hits of one page. */
export function saidHits(db: ReadHandle, found: readonly Found[], words: string): SaidHit[] {
  const states = minutesStates(db)
  const { passage } = soughtIn(words)
  return found.flatMap(({ kind, id, kept }): SaidHit[] => {
    const [own = id, item = ''] = id.split('/')
    const row = statement<Particulars>(db, kind === 'minute' && kept ? CORRECTION : OF[kind]).get(own)
    if (!row) return []
    const exempt = kind === 'version' ? statement(db, EXEMPT_IN_VERSION).get({ version: own, item }) !== undefined : row.exempt === 1
    return [
      {
        kind,
        id,
        title: titleOf(kind, row),
        bodyName: row.bodyName,
        date: row.date,
        meetingId: row.meetingId,
        itemId: kept?.itemId ?? row.itemId,
        actionId: kind === 'action' ? id : null,
        passage: passage(kept?.text ?? row.text),
        exempt,
        minutes: states.get(row.meetingId) ?? 'drafting',
      },
    ]
  })
}

function titleOf(kind: SaidKind, { title, code, date, year, ordinal }: Particulars): string {
  if (kind === 'decision') return `Decision ${decisionNumber(code, year ?? 0, ordinal ?? 0)}`
  return kind === 'action' ? `Action ${actionNumber(code, date, ordinal ?? 0)}` : title
}
