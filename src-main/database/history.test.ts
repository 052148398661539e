import Database from 'better-sqlite3'
import { describe, expect, it } from 'vitest'
import { build, first, run, statement, undoTransaction, verify, type Workspace } from './index.ts'
import { testWorkspace } from './testing.ts'

function addSchool(workspace: Workspace, urn: string, name: string): { transactionId: string; id: string } {
  const { transactionId, result } = workspace.change(`School ${urn} added`, (db) => {
    const id = db.newId()
    run(db, build.insertInto('schools').values({ id, urn, name }))
    run(db, build.insertInto('school_facts').values({ id: db.newId(), school_id: id, fact: 'type', value: 'Community school', valid_from: '2016-01-01', valid_to: null, import_id: null }))
    return id
  })
  return { transactionId, id: result }
}

function rename(workspace: Workspace, id: string, name: string): string {
  return workspace.change(`School renamed ${name}`, (db) => run(db, build.updateTable('schools').set({ name }).where('id', '=', id))).transactionId
}

/** Another program on the same file: no officer, no transaction. */
function outside(workspace: Workspace, ...sql: string[]): void {
  const other = new Database(workspace.file)
  other.pragma('foreign_keys = OFF')
  for (const one of sql) other.exec(one)
  other.close()
}

const kinds = (workspace: Workspace) => verify(workspace.read).problems.map((problem) => `${problem.kind} ${problem.table}`)

describe('history', () => {
  it('keeps officer, time, transaction, before and after of each change', () => {
    const workspace = testWorkspace()
    const { id } = addSchool(workspace, '900001', 'Ashfold Primary')
    rename(workspace, id, 'Ashfold Community Primary')
    const entry = statement<{ officer: string; at: string; before: string; after: string; transaction_id: string }>(
      workspace.read,
      "SELECT * FROM history WHERE table_name = 'schools' AND action = 'update'",
    ).get()
    expect(entry).toMatchObject({ officer: 'Committee officer', at: '2016-06-14T09:30:00.000Z' })
    expect(JSON.parse(entry?.before ?? '')).toMatchObject({ urn: '900001', name: 'Ashfold Primary' })
    expect(JSON.parse(entry?.after ?? '')).toMatchObject({ urn: '900001', name: 'Ashfold Community Primary' })
    expect(verify(workspace.read)).toMatchObject({ ok: true, problems: [] })
  })

  it('leaves nothing at all of a change that fails in its middle', () => {
    const workspace = testWorkspace()
    const before = verify(workspace.read)
    expect(() =>
      workspace.change('Half a change', (db) => {
        run(db, build.insertInto('schools').values({ id: db.newId(), urn: '900001', name: 'Ashfold' }))
        throw new Error('power cut')
      }),
    ).toThrow('power cut')
    expect(verify(workspace.read)).toEqual(before)
    expect(first(workspace.read, build.selectFrom('schools').selectAll())).toBeUndefined()
  })

  it('chains every entry to the one before it', () => {
    const workspace = testWorkspace()
    const heads = [verify(workspace.read).head]
    const { id } = addSchool(workspace, '900001', 'Ashfold')
    heads.push(verify(workspace.read).head)
    rename(workspace, id, 'Ashmead')
    heads.push(verify(workspace.read).head)
    expect(new Set(heads).size).toBe(3)
  })
})

describe('verify finds', () => {
  const cases: readonly [what: string, sql: (id: string) => string[], expected: string][] = [
    ['a row changed by another program', (id) => [`UPDATE schools SET name = 'Other' WHERE id = '${id}'`], 'outside-change schools'],
    ['a row changed with the triggers away', (id) => ['DROP TRIGGER history_schools_update', `UPDATE schools SET name = 'Other' WHERE id = '${id}'`], 'row-changed schools'],
    ['a row added with the triggers away', () => ['DROP TRIGGER history_schools_insert', "INSERT INTO schools (id, urn, name) VALUES ('x', '900009', 'Other')"], 'row-added schools'],
    ['a row removed with the triggers away', (id) => ['DROP TRIGGER history_schools_delete', `DELETE FROM schools WHERE id = '${id}'`], 'row-removed schools'],
    ['a trigger that is gone', () => ['DROP TRIGGER history_visits_insert'], 'schema-changed sqlite_master'],
    ['an edited entry', () => ["UPDATE history SET after = replace(after, 'Ashfold', 'Ashmead') WHERE seq = 2"], 'entry-edited history'],
    ['an entry whose officer was edited', () => ["UPDATE history SET officer = 'Someone' WHERE seq = 2"], 'entry-edited history'],
    ['an entry that no longer says what was added', () => ["UPDATE history SET after = NULL WHERE table_name = 'schools' AND action = 'insert'"], 'row-changed schools'],
    ['a change that another program left open', () => ["INSERT INTO change_context (one, transaction_id, at, officer) VALUES (1, 'x', 'x', 'x')"], 'row-added change_context'],
    ['a dropped entry', () => ['DELETE FROM history WHERE seq = 2'], 'entry-dropped history'],
    ['a dropped entry with its seal', () => ['DELETE FROM history WHERE seq = 2', 'DELETE FROM history_seals WHERE seq = 2'], 'entry-dropped history'],
    ['the last entries dropped with their seals', () => ['DELETE FROM history WHERE seq > 3', 'DELETE FROM history_seals WHERE seq > 3'], 'head-wrong history_head'],
    ['two entries in each other’s place', () => ['UPDATE history SET seq = -1 WHERE seq = 2', 'UPDATE history SET seq = 2 WHERE seq = 3', 'UPDATE history SET seq = 3 WHERE seq = -1'], 'entry-edited history'],
  ]
  it.each(cases)('%s', (_what, sql, expected) => {
    const workspace = testWorkspace()
    const { id } = addSchool(workspace, '900001', 'Ashfold')
    rename(workspace, id, 'Ashfold Primary')
    expect(kinds(workspace)).toEqual([])
    outside(workspace, ...sql(id))
    expect(kinds(workspace)).toContain(expected)
  })

  it('an outside change even after Quartet has gone on from it', () => {
    const workspace = testWorkspace()
    const { id } = addSchool(workspace, '900001', 'Ashfold')
    outside(workspace, `UPDATE schools SET name = 'Other' WHERE id = '${id}'`)
    rename(workspace, id, 'Third')
    expect(kinds(workspace)).toEqual(['outside-change schools'])
  })
})

function anySchool(workspace: Workspace) {
  return first(workspace.read, build.selectFrom('schools').select('id'))
}

describe('a bulk import, whose rows history does not keep twice', () => {
  async function withBulk() {
    const workspace = testWorkspace()
    const { transactionId, result } = await workspace.longChange(
      'Register imported',
      (db) => {
        const ids = ['900001', '900002'].map((urn) => {
          const id = db.newId()
          run(db, build.insertInto('schools').values({ id, urn, name: `School ${urn}` }))
          return id
        })
        return Promise.resolve(ids)
      },
      { bulk: true },
    )
    const [first = '', second = ''] = result
    return { workspace, transactionId, first, second }
  }

  it('keeps an entry for each row, without the row, sealed with it', async () => {
    const { workspace } = await withBulk()
    const entries = statement<{ before: null; after: null }>(workspace.read, "SELECT before, after FROM history WHERE table_name = 'schools'").all()
    expect(entries).toEqual([{ before: null, after: null }, { before: null, after: null }])
    expect(verify(workspace.read)).toMatchObject({ ok: true, problems: [] })
  })

  it('is verified after later changes, deletions and undoings too', async () => {
    const { workspace, first, transactionId } = await withBulk()
    const renamed = rename(workspace, first, 'Renamed')
    expect(kinds(workspace)).toEqual([])
    await expect(undoTransaction(workspace, transactionId)).rejects.toThrow('changed later ("School renamed Renamed")')
    await undoTransaction(workspace, renamed)
    const { transactionId: removed } = workspace.change('Removed', (db) => run(db, build.deleteFrom('schools').where('id', '=', first)))
    expect(kinds(workspace)).toEqual([])
    await expect(undoTransaction(workspace, transactionId)).rejects.toThrow('changed later ("Removed")')
    await undoTransaction(workspace, removed)
    await undoTransaction(workspace, transactionId)
    expect(anySchool(workspace)).toBeUndefined()
    expect(kinds(workspace)).toEqual([])
  })

  it('is undone as a whole, and that is undone', async () => {
    const { workspace, transactionId } = await withBulk()
    const rows = () => statement<{ id: string; name: string }>(workspace.read, 'SELECT id, name FROM schools ORDER BY urn').all()
    const before = rows()
    const undone = await undoTransaction(workspace, transactionId)
    expect(rows()).toEqual([])
    await undoTransaction(workspace, undone.transactionId)
    expect(rows()).toEqual(before)
    expect(kinds(workspace)).toEqual([])
  })

  it.each<[string, (first: string) => string[], string]>([
    ['a row changed by another program', (id) => [`UPDATE schools SET name = 'Other' WHERE id = '${id}'`], 'outside-change schools'],
    ['a row changed with the triggers away', (id) => ['DROP TRIGGER history_schools_update', `UPDATE schools SET name = 'Other' WHERE id = '${id}'`], 'row-changed schools'],
    ['a row removed with the triggers away', (id) => ['DROP TRIGGER history_schools_delete', `DELETE FROM schools WHERE id = '${id}'`], 'row-removed schools'],
    ['a row removed by another program', (id) => [`DELETE FROM schools WHERE id = '${id}'`], 'outside-change schools'],
    ['an entry dropped with its seal', () => ["DELETE FROM history_seals WHERE seq IN (SELECT seq FROM history WHERE table_name = 'schools' LIMIT 1)", "DELETE FROM history WHERE seq IN (SELECT seq FROM history WHERE table_name = 'schools' LIMIT 1)"], 'entry-dropped history'],
    ['two entries in each other’s place', () => ["UPDATE history SET row_id = (SELECT max(id) FROM schools) WHERE table_name = 'schools' AND row_id = (SELECT min(id) FROM schools)"], 'row-changed schools'],
  ])('verify finds %s', async (_what, sql, expected) => {
    const { workspace, first } = await withBulk()
    outside(workspace, ...sql(first))
    expect(kinds(workspace)).toContain(expected)
  })
})

describe('undo', () => {
  it('restores what stood before, and can itself be undone', async () => {
    const workspace = testWorkspace()
    const { id } = addSchool(workspace, '900001', 'Ashfold')
    const name = () => first(workspace.read, build.selectFrom('schools').select('name').where('id', '=', id))?.name
    const renamed = rename(workspace, id, 'Ashmead')
    const undone = await undoTransaction(workspace, renamed)
    expect(name()).toBe('Ashfold')
    await undoTransaction(workspace, undone.transactionId)
    expect(name()).toBe('Ashmead')
    await expect(undoTransaction(workspace, undone.transactionId)).rejects.toThrow('undone already')
    expect(kinds(workspace)).toEqual([])
  })

  it('brings back what was deleted, unless its place was taken', async () => {
    const workspace = testWorkspace()
    const { id } = addSchool(workspace, '900001', 'Ashfold')
    const remove = () =>
      workspace.change('School removed', (db) => {
        run(db, build.deleteFrom('school_facts').where('school_id', '=', id))
        run(db, build.deleteFrom('schools').where('id', '=', id))
      }).transactionId
    await undoTransaction(workspace, remove())
    expect(first(workspace.read, build.selectFrom('schools').select(['id', 'name']))).toEqual({ id, name: 'Ashfold' })
    const again = remove()
    addSchool(workspace, '900001', 'Another')
    await expect(undoTransaction(workspace, again)).rejects.toThrow('has been given to another since')
    expect(kinds(workspace)).toEqual([])
  })

  it('goes on after another program left a change open', () => {
    const workspace = testWorkspace()
    outside(workspace, "INSERT INTO change_context (one, transaction_id, at, officer) VALUES (1, 'x', 'x', 'x')")
    const { id } = addSchool(workspace, '900001', 'Ashfold')
    expect(anySchool(workspace)?.id).toBe(id)
    expect(kinds(workspace)).toEqual([])
  })

  it('is refused while something later stands upon it, and says what', async () => {
    const workspace = testWorkspace()
    const { id, transactionId } = addSchool(workspace, '900001', 'Ashfold')
    rename(workspace, id, 'Ashmead')
    await expect(undoTransaction(workspace, transactionId)).rejects.toThrow('changed later ("School renamed Ashmead")')
    const other = addSchool(workspace, '900002', 'Barlow')
    workspace.change('Visit recorded', (db) =>
      run(db, build.insertInto('visits').values({ id: db.newId(), school_id: other.id, date: '2016-01-27', visitor: 'District Lead', kind: 'visit', status: 'completed', counts: 1, purpose: '', note: '', recorded_at: db.at })),
    )
    await expect(undoTransaction(workspace, other.transactionId)).rejects.toThrow('a visit was recorded later')
    expect(kinds(workspace)).toEqual([])
  })
})
