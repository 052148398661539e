import { describe, expect, it } from 'vitest'
import { connect, migrate } from '../connection.ts'
import { build, openWorkspace, run, statement, undoTransaction, verify } from '../index.ts'
import { migrations } from './index.ts'
import { olderWorkspace, testDesk } from '../testing.ts'

describe('the step to districts', () => {
  it('keeps the imports of version 1, what points at them, and their history', async () => {
    const workspace = olderWorkspace(1)
    const { result: fact, transactionId } = workspace.change('Register imported', (db) => {
      const [importId, school, type] = [db.newId(), db.newId(), db.newId()]
      const none = { rows: 1, added: 1, changed: 0, status_changed: 0, unchanged: 0, not_in_file: 0, ignored: 0, refused: 0 }
      run(db, build.insertInto('imports').values({ id: importId, kind: 'register', file_name: 'a.csv', sha256: '', file_id: null, encoding: 'UTF-8', file_date: null, fields: '{}', transaction_id: db.transactionId, applied_at: db.at, ...none }))
      run(db, build.insertInto('schools').values({ id: school, urn: '900001', name: 'Ashfold' }))
      run(db, build.insertInto('school_facts').values({ id: type, school_id: school, fact: 'type', value: 'Community school', valid_from: '2015-09-01', valid_to: null, import_id: importId }))
      return type
    })
    workspace.close()

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
    const workspace = olderWorkspace(1)
    workspace.close()
    const connection = connect(workspace.file)
    const broken = migrations.map((step) => (step.version === 2 ? { ...step, sql: `${step.sql}; SELECT no_such_thing()` } : step))
    expect(() => migrate(connection, broken)).toThrow('no_such_thing')
    expect(connection.pragma('user_version', { simple: true })).toBe(1)
    expect(connection.prepare("SELECT count(*) AS n FROM sqlite_master WHERE sql LIKE '%''districts''%'").get()).toEqual({ n: 0 })
    connection.close()
  })
})
