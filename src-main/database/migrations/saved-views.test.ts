import Database from 'better-sqlite3'
import { join } from 'node:path'
import { expect, it } from 'vitest'
import { APPLICATION_ID, migrate } from '../connection.ts'
import { openWorkspace, verify } from '../index.ts'
import { testDesk, testFolder } from '../testing.ts'
import { firstWorkspace } from './0001-first-workspace.ts'
import { savedViews } from './0002-saved-views.ts'

it('saved views come to a workspace of the version before, and all that it holds stays and is still verified', async () => {
  const file = join(testFolder(), 'Before.quartet')
  const before = new Database(file)
  before.pragma(`application_id = ${APPLICATION_ID}`)
  before.pragma('journal_mode = WAL')
  migrate(before, [firstWorkspace])
  expect(before.pragma('user_version', { simple: true })).toBe(savedViews.version - 1)
  before.exec("INSERT INTO schools (id, urn, name) VALUES ('s1', '900001', 'Ashfold')")
  before.close()

  const workspace = await openWorkspace(file, testDesk())
  const { connection } = workspace.read
  expect(connection.prepare('SELECT urn, name FROM schools').all()).toEqual([{ urn: '900001', name: 'Ashfold' }])
  expect(connection.prepare('SELECT count(*) AS n FROM saved_views').get()).toEqual({ n: 0 })
  expect(connection.prepare('SELECT count(*) AS n FROM history').get()).toEqual({ n: 1 })
  // The row came from another program; what the step made is as it should be.
  expect(verify(workspace.read).problems.map(({ kind }) => kind)).toEqual(['outside-change'])
  workspace.close()
})
