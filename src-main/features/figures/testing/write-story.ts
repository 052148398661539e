import { build, run, type Workspace, type WriteHandle } from '../../../database/index.ts'
import type { DatedValue } from '../../../domain/dated-facts.ts'
import type { RecordFacts } from '../../../domain/figure-facts.ts'
import { key, type Row, type ToldTwice } from './told-twice.ts'

const TYPES: Readonly<Record<string, string>> = { M: 'Community school', A: 'Academy converter', other: 'Other independent school' }

/**
 * Writes a register told twice into a workspace, row by row as its screens and imports would: the first telling as one
 * change, and, after `between`, what came late, was deleted and was changed as another.
 */
export function writeStory(workspace: Workspace, story: ToldTwice, between: () => void): void {
  const ids = new Map<string, string>()
  const id = (name: string): string => ids.get(name) ?? 'no such row'
  const named = (db: WriteHandle, name: string): string => {
    const made = db.newId()
    ids.set(name, made)
    return made
  }
  workspace.change('The first telling', (db) => {
    for (const code of ['x', 'y']) run(db, build.insertInto('bodies').values({ id: named(db, code), name: `Group ${code}`, code: `T-${code}`, kind: 'districtStrategyGroup', district: null, statutory: 0 }))
    tell(db, ({ then }) => then)
  })
  between()
  workspace.change('The second telling', (db) => {
    tell(db, ({ fate, now }) => (fate === 'late' ? now : null))
    correct(db)
  })

  function tell(db: WriteHandle, of: <T>(row: Row<T>) => T | null): void {
    const each = <T>(rows: readonly Row<T>[], name: string, insert: (row: T, rowId: string) => void) => {
      for (const [at, row] of rows.entries()) {
        const given = of(row)
        if (given !== null) insert(given, named(db, `${name} ${at}`))
      }
    }
    each(story.records, 'school', (record, rowId) => {
      ids.set(record.urn, rowId)
      run(db, build.insertInto('schools').values({ id: rowId, urn: record.urn, name: record.name, phase: record.phase || null, open_date: record.openDate, close_date: record.closeDate }))
      addFacts(db, rowId, record)
    })
    each(story.links, 'link', ({ urn, linkUrn, type }, rowId) => run(db, build.insertInto('school_links').values({ id: rowId, urn, link_urn: linkUrn, type, established_on: null })))
    each(story.visits, 'visit', ({ urn, date, status, counts, kind }, rowId) => run(db, build.insertInto('visits').values({ id: rowId, school_id: id(urn), date, visitor: 'District Lead', kind, status, counts: counts ? 1 : 0, purpose: '', note: '', recorded_at: db.at })))
    each(story.meetings, 'meeting', (meeting, rowId) => {
      ids.set(key(meeting), rowId)
      run(db, build.insertInto('meetings').values({ id: rowId, body_id: id(meeting.groupKey), date: meeting.date, time: '09:30', place: '', state: meeting.cancelled ? 'cancelled' : 'held' }))
    })
    each(story.attendance, 'attendance', (one, rowId) => run(db, build.insertInto('school_attendance').values({ id: rowId, meeting_id: id(key(one)), school_id: id(one.urn), attended: one.attended ? 1 : 0 })))
    each(story.judgements, 'judgement', (one) => run(db, build.insertInto('need_judgements').values({ id: one.id, school_id: id(one.urn), decided_on: one.decidedOn, requires_package: one.requires ? 1 : 0, reason: '', recorded_at: one.recordedAt })))
  }

  function correct(db: WriteHandle): void {
    const changed = <T>(rows: readonly Row<T>[], change: (row: T, at: number) => void) => rows.forEach((row, at) => row.fate === 'changed' && row.now !== null && change(row.now, at))
    const deleted = <T>(rows: readonly Row<T>[], remove: (at: number) => void) => rows.forEach((row, at) => row.fate === 'deleted' && remove(at))
    changed(story.records, (record) => {
      run(db, build.updateTable('schools').set({ open_date: record.openDate, close_date: record.closeDate }).where('urn', '=', record.urn))
      addFacts(db, id(record.urn), { ...record, types: [], statuses: [] })
    })
    changed(story.visits, ({ status }, at) => run(db, build.updateTable('visits').set({ status }).where('id', '=', id(`visit ${at}`))))
    changed(story.meetings, ({ cancelled }, at) => run(db, build.updateTable('meetings').set({ state: cancelled ? 'cancelled' : 'held' }).where('id', '=', id(`meeting ${at}`))))
    changed(story.attendance, ({ attended }, at) => run(db, build.updateTable('school_attendance').set({ attended: attended ? 1 : 0 }).where('id', '=', id(`attendance ${at}`))))
    changed(story.judgements, (one) => run(db, build.updateTable('need_judgements').set({ requires_package: one.requires ? 1 : 0 }).where('id', '=', one.id)))
    deleted(story.links, (at) => run(db, build.deleteFrom('school_links').where('id', '=', id(`link ${at}`))))
    deleted(story.visits, (at) => run(db, build.deleteFrom('visits').where('id', '=', id(`visit ${at}`))))
    deleted(story.attendance, (at) => run(db, build.deleteFrom('school_attendance').where('id', '=', id(`attendance ${at}`))))
    deleted(story.judgements, (at) => run(db, build.deleteFrom('need_judgements').where('id', '=', story.judgements[at]?.then?.id ?? '')))
  }
}

function addFacts(db: WriteHandle, schoolId: string, { types, statuses, districts }: Pick<RecordFacts, 'types' | 'statuses' | 'districts'>): void {
  const add = (fact: 'type' | 'status' | 'district', stretches: readonly DatedValue[]) => {
    for (const { value, validFrom } of stretches) run(db, build.insertInto('school_facts').values({ id: db.newId(), school_id: schoolId, fact, value: fact === 'type' ? (TYPES[value] ?? value) : value, valid_from: validFrom, valid_to: null, import_id: null }))
  }
  add('type', types)
  add('status', statuses)
  add('district', districts)
}
