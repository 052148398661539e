import { expect, it } from 'vitest'
import { openWorkspace, statement, verify } from '../index.ts'
import { olderWorkspace, testDesk } from '../testing.ts'
import { savedViews } from './0006-saved-views.ts'

it('saved views come to a workspace of the version before, and all that it holds stays and is still verified', async () => {
  const before = olderWorkspace(savedViews.version - 1)
  before.change('School added', (db) => statement(db, "INSERT INTO schools (id, urn, name) VALUES ('s1', '900001', 'Ashfold')").run())
  before.close()
  const workspace = await openWorkspace(before.file, testDesk())
  const { connection } = workspace.read
  expect(connection.prepare('SELECT urn, name FROM schools').all()).toEqual([{ urn: '900001', name: 'Ashfold' }])
  expect(connection.prepare('SELECT count(*) AS n FROM saved_views').get()).toEqual({ n: 0 })
  expect(verify(workspace.read).problems).toEqual([])
  workspace.close()
})
