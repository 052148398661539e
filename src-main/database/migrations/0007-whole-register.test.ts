import Database from 'better-sqlite3'
import { join } from 'node:path'
import { expect, it } from 'vitest'
import { APPLICATION_ID, migrate } from '../connection.ts'
import { openWorkspace, statement, verify } from '../index.ts'
import { testDesk, testFolder } from '../testing.ts'
import { migrations } from './index.ts'

it('takes a workspace of version 1 with its schools, facts and imports, finds what its columns say, and leaves its history true', async () => {
  const file = join(testFolder(), 'One.quartet')
  const made = new Database(file)
  made.pragma(`application_id = ${APPLICATION_ID}`)
  migrate(made, migrations.slice(0, 1))
  made.exec(`
    INSERT INTO files VALUES ('f', 'a.csv', 'application/gzip', 'x', 0, x'');
    INSERT INTO imports VALUES ('i', 'register', 'a.csv', 'x', 'f', 'UTF-8', '2015-09-01', '{"fields":["trust"],"la":null}', 1, 1, 0, 0, 0, 0, 0, 0, 't', '2015-09-01');
    INSERT INTO schools (id, urn, name, trust, ward) VALUES ('s', '103120', 'Ashfold', 'Harbour Trust', 'Soho');
    INSERT INTO school_facts VALUES ('a', 's', 'type', 'Academy converter', '2015-09-01', NULL, 'i'), ('b', 's', 'district', 'Ladywood', '2015-09-01', NULL, NULL);
  `)
  const rows = (db: Database.Database, table: string) => db.prepare(`SELECT * FROM ${table} ORDER BY id`).all()
  const before = ['imports', 'school_facts'].map((table) => rows(made, table))
  const history = made.prepare('SELECT * FROM history ORDER BY seq').all()
  made.close()

  const workspace = await openWorkspace(file, testDesk())
  const { connection } = workspace.read
  expect(['imports', 'school_facts'].map((table) => rows(connection, table))).toEqual(before)
  expect(connection.prepare('SELECT * FROM history ORDER BY seq').all()).toEqual(history)
  expect(connection.pragma('foreign_key_check')).toEqual([])
  // The rows were put in without Quartet, and that is all that is wrong with them.
  const problems = verify(workspace.read).problems.filter(({ kind }) => kind !== 'outside-change')
  expect(problems.map(({ table }) => table)).toEqual(['files'])
  expect(statement<{ n: number }>(workspace.read, "SELECT rowid AS n FROM register_search WHERE register_search MATCH 'harbour AND soho'").all()).toHaveLength(1)
  workspace.change('Outcome recorded', (db) => {
    statement(db, "INSERT INTO school_facts VALUES ('c', 's', 'outcome', 'Good', '2015-03-04', NULL, NULL)").run()
    statement(db, "UPDATE imports SET kind = 'outcomes' WHERE id = 'i'").run()
    statement(db, "UPDATE schools SET rest = 'No boarders' WHERE id = 's'").run()
  })
  expect(connection.prepare("SELECT after ->> '$.rest' AS rest FROM history WHERE table_name = 'schools' ORDER BY seq DESC LIMIT 1").get()).toEqual({ rest: 'No boarders' })
  expect(() => statement(workspace.read, "INSERT INTO school_facts VALUES ('d', 's', 'ward', 'Soho', '2015-03-04', NULL, NULL)").run()).toThrow('CHECK')
  workspace.close()
})
