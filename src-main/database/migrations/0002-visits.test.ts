import Database from 'better-sqlite3'
import { join } from 'node:path'
import { expect, it } from 'vitest'
import { APPLICATION_ID, connect, migrate } from '../connection.ts'
import { build, openWorkspace, run, statement, undoTransaction, verify } from '../index.ts'
import { testDesk, testFolder } from '../testing.ts'
import { firstWorkspace } from './0001-first-workspace.ts'

/** A workspace of the first version with a visit in it. It was written by hand, so nothing of it is sealed. */
function firstVersion(): string {
  const file = join(testFolder(), 'First.quartet')
  const made = new Database(file)
  made.pragma(`application_id = ${APPLICATION_ID}`)
  made.close()
  const first = connect(file, [firstWorkspace])
  migrate(first, [firstWorkspace])
  first.exec(`INSERT INTO schools (id, urn, name) VALUES ('s1', '900001', 'Ashfold Primary');
    INSERT INTO visits VALUES ('v1', 's1', '2016-01-27', 'District Lead', 'visit', 'completed', 1, 'First visit', '', '2016-01-28T09:00:00.000Z');`)
  first.close()
  return file
}

it('takes the visits of the first version, says nothing of them that nobody said, and keeps their history', async () => {
  const workspace = await openWorkspace(firstVersion(), testDesk())
  const visits = () => statement(workspace.read, 'SELECT * FROM visits').all()
  const asBefore = {
    id: 'v1', school_id: 's1', date: '2016-01-27', visitor: 'District Lead', kind: 'visit', status: 'completed', counts: 1, purpose: 'First visit', note: '', recorded_at: '2016-01-28T09:00:00.000Z',
  }
  const unsaid = { planned_for: null, cancelled_because: null, evidence: null, response: null, responded_on: null, response_note: null }
  expect(visits()).toEqual([{ ...asBefore, ...unsaid }])

  const { transactionId } = workspace.change('Response recorded', (db) => run(db, build.updateTable('visits').set({ response: 'accurate' }).where('id', '=', 'v1')))
  const entries = statement<{ before: string | null; after: string }>(workspace.read, "SELECT before, after FROM history WHERE table_name = 'visits' ORDER BY seq").all()
  const read = (json: string | null): unknown => JSON.parse(json ?? 'null')
  expect(entries.map(({ before, after }) => [read(before), read(after)])).toEqual([
    [null, asBefore],
    [asBefore, { ...asBefore, response: 'accurate' }],
  ])
  await undoTransaction(workspace, transactionId)
  expect(visits()).toEqual([{ ...asBefore, ...unsaid }])
  expect(verify(workspace.read).problems.map(({ kind, row }) => `${kind} ${row}`)).toEqual(['outside-change s1', 'outside-change v1'])
  workspace.close()
})
