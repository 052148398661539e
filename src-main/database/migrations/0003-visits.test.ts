import { expect, it } from 'vitest'
import { build, openWorkspace, run, statement, undoTransaction, verify } from '../index.ts'
import { olderWorkspace, testDesk } from '../testing.ts'

it('takes the visits of the first version, says nothing of them that nobody said, and keeps their history', async () => {
  const desk = testDesk()
  const older = olderWorkspace(1, desk)
  older.change('Visit recorded', (db) => {
    statement(db, "INSERT INTO schools (id, urn, name) VALUES ('s1', '900001', 'Ashfold Primary')").run()
    statement(db, "INSERT INTO visits VALUES ('v1', 's1', '2016-01-27', 'District Lead', 'visit', 'completed', 1, 'First visit', '', '2016-01-28T09:00:00.000Z')").run()
  })
  older.close()
  const workspace = await openWorkspace(older.file, desk)
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
  expect(verify(workspace.read).problems).toEqual([])
  workspace.close()
})
