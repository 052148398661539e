import type { SearchHit } from '../../api/search.ts'
import { statement, type ReadHandle } from '../../database/index.ts'
import { actionNumber } from '../../domain/numbering.ts'
import { matchSchools } from '../../domain/search-words.ts'
import { searchNumbers } from '../schools/search-queries.ts'
import { passageOf, FOUND_FROM, FOUND_TO } from './passage.ts'

/** A passage as FTS5 cuts it, with marks round the found words that no text can hold. */
const SNIPPET = (table: string) => `snippet(${table}, 0, '${FOUND_FROM}', '${FOUND_TO}', '…', 24)`

/** Schools, open ones first, and of these the ones that have the words in name, number or place before those found by the rest. */
export function searchSchools(db: ReadHandle, typed: string, limit: number): SearchHit[] {
  const rows = statement<{ urn: string; name: string; town: string | null; postcode: string | null }>(
    db,
    `SELECT urn, name, town, postcode FROM schools LEFT JOIN (SELECT rowid AS found, rank FROM school_search WHERE school_search MATCH ?) ON found = n
     WHERE n IN (SELECT value FROM json_each(?)) ORDER BY close_date IS NOT NULL, found IS NULL, rank, name, urn LIMIT ?`,
  ).all(matchSchools(typed) ?? '""', JSON.stringify(searchNumbers(db, typed)), limit)
  return rows.map((row) => ({
    kind: 'school',
    target: row.urn,
    title: row.name,
    passage: [{ text: [`URN ${row.urn}`, row.town, row.postcode].filter(Boolean).join(', '), found: false }],
    date: null,
  }))
}

export function searchMinutes(db: ReadHandle, match: string, limit: number): SearchHit[] {
  const rows = statement<{ meetingId: string; title: string; body: string; date: string; passage: string }>(
    db,
    `SELECT m.id AS meetingId, i.title, b.name AS body, m.date, ${SNIPPET('minute_search')} AS passage
     FROM minute_search JOIN minutes ON minutes.n = minute_search.rowid JOIN agenda_items i ON i.id = minutes.item_id
     JOIN meetings m ON m.id = i.meeting_id JOIN bodies b ON b.id = m.body_id
     WHERE minute_search MATCH ? ORDER BY rank LIMIT ?`,
  ).all(match, limit)
  return rows.map((row) => ({ kind: 'minute', target: row.meetingId, title: `${row.body}: ${row.title}`, passage: passageOf(row.passage), date: row.date }))
}

export function searchDecisions(db: ReadHandle, match: string, limit: number): SearchHit[] {
  const rows = statement<{ meetingId: string; code: string; year: number; ordinal: number; date: string; passage: string }>(
    db,
    `SELECT m.id AS meetingId, b.code, d.year, d.ordinal, m.date, ${SNIPPET('decision_search')} AS passage
     FROM decision_search JOIN decisions d ON d.n = decision_search.rowid JOIN meetings m ON m.id = d.meeting_id JOIN bodies b ON b.id = d.body_id
     WHERE decision_search MATCH ? ORDER BY rank LIMIT ?`,
  ).all(match, limit)
  return rows.map((row) => ({
    kind: 'minute',
    target: row.meetingId,
    title: `Decision ${row.code} ${row.year}/${row.ordinal}`,
    passage: passageOf(row.passage),
    date: row.date,
  }))
}

export function searchActionTexts(db: ReadHandle, match: string, limit: number): SearchHit[] {
  const rows = statement<{ id: string; code: string; ordinal: number; date: string; passage: string }>(
    db,
    `SELECT a.id, b.code, a.ordinal, m.date, ${SNIPPET('action_search')} AS passage
     FROM action_search JOIN actions a ON a.n = action_search.rowid JOIN meetings m ON m.id = a.meeting_id JOIN bodies b ON b.id = m.body_id
     WHERE action_search MATCH ? ORDER BY rank LIMIT ?`,
  ).all(match, limit)
  return rows.map((row) => ({ kind: 'action', target: row.id, title: `Action ${actionNumber(row.code, row.date, row.ordinal)}`, passage: passageOf(row.passage), date: row.date }))
}

export function searchPapers(db: ReadHandle, match: string, limit: number): SearchHit[] {
  const rows = statement<{ paperId: string; title: string; heading: string; date: string; passage: string }>(
    db,
    `SELECT p.id AS paperId, p.title, s.heading, p.meeting_date AS date, ${SNIPPET('paper_search')} AS passage
     FROM paper_search JOIN paper_sections s ON s.n = paper_search.rowid JOIN papers p ON p.id = s.paper_id
     WHERE paper_search MATCH ? ORDER BY rank LIMIT ?`,
  ).all(match, limit)
  return rows.map((row) => ({ kind: 'paper', target: row.paperId, title: `${row.title}: ${row.heading}`, passage: passageOf(row.passage), date: row.date }))
}
