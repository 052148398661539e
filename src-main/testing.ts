import { createRouterClient, type RouterClient } from '@orpc/server'
import { testDesk, testWorkspace } from './database/testing.ts'
import { build, run, type Workspace } from './database/index.ts'
import { router, type Router } from './core.ts'
import type { Clock } from './domain/clock.ts'
import { fillNewWorkspace } from './features/workspaces/first-day.ts'

/** The core asked directly, on a real workspace of its own, on 14 June 2016. */
export interface TestCore {
  readonly client: RouterClient<Router>
  readonly workspace: Workspace
}

/** @param clock when the changes are made; standing still by default */
export function testCore(today = '2016-06-14', clock?: Clock): TestCore {
  const desk = { ...testDesk(), ...(clock && { clock }) }
  const workspace = testWorkspace(desk)
  fillNewWorkspace(workspace, '2015-09-01')
  const elsewhere = () => Promise.reject(new Error('a test core has one workspace'))
  const client = createRouterClient(router, {
    context: {
      workspace,
      clock: desk.clock,
      today,
      desk: { officer: desk.officer(), known: [], setOfficer: () => undefined, open: elsewhere, create: elsewhere, openSample: elsewhere },
    },
  })
  return { client, workspace }
}

export interface TestSchool {
  urn: string
  name?: string
  type?: string
  district?: string
  openDate?: string | null
  closeDate?: string | null
  status?: string
  phase?: string
}

/** Puts school records into the workspace as an import would: the record and its dated facts. */
export function addSchools(workspace: Workspace, schools: readonly TestSchool[]): void {
  workspace.change('Schools added for a test', (db) => {
    for (const school of schools) {
      const id = db.newId()
      run(
        db,
        build.insertInto('schools').values({
          id,
          urn: school.urn,
          name: school.name ?? `School ${school.urn}`,
          phase: school.phase ?? 'Primary',
          la_code: '330',
          establishment_number: school.urn.slice(2),
          open_date: school.openDate ?? null,
          close_date: school.closeDate ?? null,
          register_date: '2015-04-01',
        }),
      )
      const facts = { type: school.type ?? 'Community school', status: school.status ?? 'Open', district: school.district }
      for (const fact of ['type', 'status', 'district'] as const) {
        const value = facts[fact]
        if (value !== undefined) {
          run(db, build.insertInto('school_facts').values({ id: db.newId(), school_id: id, fact, value, valid_from: '2015-04-01', valid_to: null, import_id: null }))
        }
      }
    }
  })
}
