import Database from 'better-sqlite3'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { connect, migrate, versionOf } from '../connection.ts'
import { build, run, verify } from '../index.ts'
import { testFolder, testWorkspace } from '../testing.ts'
import { migrations } from './index.ts'
import { importHistoryAndQuality } from './0005-import-history-and-quality.ts'

const before = migrations.slice(0, importHistoryAndQuality.version - 1)

describe('the step of import history and quality', () => {
  it('takes a workspace of the version before with its rows', () => {
    const file = join(testFolder(), 'Before.quartet')
    const made = new Database(file)
    made.pragma(`application_id = ${0x51544554}`)
    migrate(made, before)
    made.prepare("INSERT INTO schools (id, urn, name) VALUES ('s', '900001', 'Ashfold')").run()
    made.close()
    const connection = connect(file)
    const history = () => connection.prepare('SELECT * FROM history').all()
    const rows = history()
    migrate(connection)
    expect(versionOf(connection)).toBe(migrations.length)
    expect(history()).toEqual(rows)
    expect(connection.prepare('SELECT urn FROM schools').all()).toEqual([{ urn: '900001' }])
    connection.close()
  })

  it('keeps the history of what it adds', () => {
    const workspace = testWorkspace()
    workspace.change('Remark accepted', (db) =>
      run(db, build.insertInto('quality_acceptances').values({ id: db.newId(), rule: 'r', subject: 's', facts: 'f', reason: 'Known', accepted_on: '2016-06-14', officer: db.officer, recorded_at: db.at })),
    )
    expect(verify(workspace.read)).toMatchObject({ ok: true })
    workspace.read.connection.exec("UPDATE quality_acceptances SET reason = 'Other'")
    expect(verify(workspace.read).problems.map(({ kind }) => kind)).toContain('outside-change')
  })
})
