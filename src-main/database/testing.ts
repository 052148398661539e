import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach } from 'vitest'
import { fixedClock } from '../domain/clock.ts'
import { countingIds, createWorkspace, type Desk, type Workspace } from './index.ts'
import { migrations } from './migrations/index.ts'

/** A desk for tests: the sample's day, counting ids, one officer. */
export function testDesk(officer = 'Committee officer'): Desk {
  return { clock: fixedClock('2016-06-14T09:30:00.000Z'), newId: countingIds(), officer: () => officer }
}

const folders: string[] = []
const open: Workspace[] = []

/** A real, empty workspace file in a folder of its own; closed and removed after the test. */
export function testWorkspace(desk: Desk = testDesk()): Workspace {
  return olderWorkspace(migrations.length, desk)
}

/** The same as an older Quartet made it, at a version of the schema; `openWorkspace` brings it up to date. */
export function olderWorkspace(version: number, desk: Desk = testDesk()): Workspace {
  const workspace = createWorkspace(join(testFolder(), 'Test.quartet'), desk, () => undefined, migrations.slice(0, version))
  open.push(workspace)
  return workspace
}

/** A fresh folder with a space in its name, removed after the test. */
export function testFolder(): string {
  const folder = mkdtempSync(join(tmpdir(), 'quartet test '))
  folders.push(folder)
  return folder
}

afterEach(() => {
  for (const workspace of open.splice(0)) workspace.close()
  for (const folder of folders.splice(0)) rmSync(folder, { recursive: true, force: true })
})
