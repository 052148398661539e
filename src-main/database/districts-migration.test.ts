import Database from 'better-sqlite3'
import { describe, expect, it } from 'vitest'
import { connect, migrate } from './connection.ts'
import { build, openWorkspace, run, statement, undoTransaction, verify } from './index.ts'
import { migrations } from './migrations/index.ts'
import { testDesk, testWorkspace } from './testing.ts'

/** Takes the schema back to what version 1 made, as an older Quartet left it. */
function asVersionOne(file: string): void {
  const old = new Database(file)
  old.pragma('foreign_keys = OFF')
  const fresh = new Database(':memory:')
  migrate(fresh, migrations.slice(0, 1))
  const tables = "SELECT name FROM sqlite_master WHERE type = 'table'"
  const known = fresh.prepare(tables).pluck().all()
  for (const later of old.prepare(tables).pluck().all()) if (!known.includes(later)) old.exec(`DROP TABLE ${String(later)}`)
  const parts = fresh.prepare<[], { sql: string }>("SELECT sql FROM sqlite_master WHERE tbl_name = 'imports' AND sql IS NOT NULL ORDER BY type").all()
  fresh.close()
  old.exec('CREATE TABLE kept AS SELECT * FROM imports; DROP TABLE imports')
  const [table, ...triggers] = parts
  old.exec(table?.sql ?? '')
  old.exec('INSERT INTO imports SELECT * FROM kept; DROP TABLE kept')
  for (const { sql } of triggers) old.exec(sql)
  old.pragma('user_version = 1')
  old.close()
}

describe('the step to districts', () => {
  it('keeps the imports of version 1, what points at them, and their history', async () => {
    const workspace = testWorkspace()
    const { result: fact, transactionId } = workspace.change('Register imported', (db) => {
      const [importId, school, type] = [db.newId(), db.newId(), db.newId()]
      const none = { rows: 1, added: 1, changed: 0, status_changed: 0, unchanged: 0, not_in_file: 0, ignored: 0, refused: 0 }
      run(db, build.insertInto('imports').values({ id: importId, kind: 'register', file_name: 'a.csv', sha256: '', file_id: null, encoding: 'UTF-8', file_date: null, fields: '{}', transaction_id: db.transactionId, applied_at: db.at, ...none }))
      run(db, build.insertInto('schools').values({ id: school, urn: '900001', name: 'Ashfold' }))
      run(db, build.insertInto('school_facts').values({ id: type, school_id: school, fact: 'type', value: 'Community school', valid_from: '2015-09-01', valid_to: null, import_id: importId }))
      return type
    })
    workspace.close()
    asVersionOne(workspace.file)

    const later = await openWorkspace(workspace.file, testDesk())
    try {
      expect(verify(later.read).problems).toEqual([])
      expect(later.read.connection.pragma('foreign_key_check')).toEqual([])
      expect(statement(later.read, 'SELECT i.file_name FROM school_facts f JOIN imports i ON i.id = f.import_id WHERE f.id = ?').pluck().get(fact)).toBe('a.csv')
      expect(() => later.change('Import dropped', (db) => statement(db, 'DELETE FROM imports').run())).toThrow()
      later.change('Districts imported', (db) => statement(db, "UPDATE imports SET kind = 'districts'").run())
      later.change('And back', (db) => statement(db, "UPDATE imports SET kind = 'register'").run())
      await undoTransaction(later, transactionId)
      expect(verify(later.read).problems).toEqual([])
    } finally {
      later.close()
    }
  })

  it('leaves version 1 as it was when it fails', () => {
    const workspace = testWorkspace()
    workspace.close()
    asVersionOne(workspace.file)
    const connection = connect(workspace.file)
    const broken = migrations.map((step) => (step.version === 2 ? { ...step, sql: `${step.sql}; SELECT no_such_thing()` } : step))
    expect(() => migrate(connection, broken)).toThrow('no_such_thing')
    expect(connection.pragma('user_version', { simple: true })).toBe(1)
    expect(connection.prepare("SELECT count(*) AS n FROM sqlite_master WHERE sql LIKE '%''districts''%'").get()).toEqual({ n: 0 })
    connection.close()
  })
})
