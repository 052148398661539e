import { spawnSync } from 'node:child_process'
import { cpSync, mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { z } from 'zod'

const root = join(import.meta.dirname, '..')
const cruiser = join(root, 'node_modules/dependency-cruiser/bin/dependency-cruiser.mjs')

const report = z.object({
  summary: z.object({
    totalCruised: z.number(),
    violations: z.array(z.object({ from: z.string(), rule: z.object({ name: z.string() }) })),
  }),
})

let house: string

beforeEach(() => {
  house = mkdtempSync(join(tmpdir(), 'quartet layers '))
  for (const file of ['.dependency-cruiser.cjs', 'package.json', 'tsconfig.json']) cpSync(join(root, file), join(house, file))
  symlinkSync(join(root, 'node_modules'), join(house, 'node_modules'), 'junction')
})
afterEach(() => rmSync(house, { recursive: true }))

/** Writes the files, runs the layer rules over them and says what they found, as "rule file". */
function violations(files: Record<string, string>): string[] {
  for (const folder of ['src-main', 'src-renderer']) mkdirSync(join(house, folder), { recursive: true })
  for (const [path, text] of Object.entries(files)) {
    mkdirSync(dirname(join(house, path)), { recursive: true })
    writeFileSync(join(house, path), text)
  }
  const run = spawnSync(
    process.execPath,
    [cruiser, '--config', '.dependency-cruiser.cjs', '--output-type', 'json', 'src-main', 'src-renderer'],
    { cwd: house, encoding: 'utf8' },
  )
  const { summary } = report.parse(JSON.parse(run.stdout))
  expect(summary.totalCruised).toBeGreaterThanOrEqual(Object.keys(files).length)
  return summary.violations.map(({ from, rule }) => `${rule.name} ${from}`).sort()
}

const sound = {
  'src-main/api/schools.ts': "import { oc } from '@orpc/contract'\nimport { z } from 'zod'\nexport const schools = { list: oc.output(z.string()) }\n",
  'src-main/domain/terms.ts': "import type { schools } from '../api/schools.ts'\nexport type Schools = typeof schools\n",
  'src-main/database/open.ts': "import Database from 'better-sqlite3'\nexport const open = () => new Database(':memory:')\n",
  'src-main/features/schools/queries.ts': "import { open } from '../../database/open.ts'\nexport const list = () => open()\n",
  'src-main/features/schools/procedures.ts': "import { list } from './queries.ts'\nimport { schools } from '../../api/schools.ts'\nexport const answer = [list, schools]\n",
  'src-main/features/visits/queries.ts': "import { list } from '../schools/queries.ts'\nexport const visits = list\n",
  'src-main/core.ts': "import { answer } from './features/schools/procedures.ts'\nexport const core = answer\n",
  'src-main/hosts/browser/main.ts': "import { createServer } from 'node:http'\nimport { core } from '../../core.ts'\nconsole.log(createServer, core)\n",
  'src-renderer/ui/Badge.vue': '<script setup lang="ts">\nimport { computed } from \'vue\'\nconst word = computed(() => \'open\')\n</script>\n<template><b>{{ word }}</b></template>\n',
  'src-renderer/features/schools/SchoolsPage.vue':
    '<script setup lang="ts">\nimport Badge from \'../../ui/Badge.vue\'\nimport type { schools } from \'../../../src-main/api/schools.ts\'\ndefineProps<{ contract: typeof schools }>()\n</script>\n<template><Badge /></template>\n',
}

describe('the layer rules', () => {
  it('pass a house in order', () => {
    expect(violations(sound)).toEqual([])
  })

  it('find what each room may not import', () => {
    const found = violations({
      ...sound,
      'src-main/api/clock.ts': "import { join } from 'node:path'\nexport const here = join('a', 'b')\n",
      'src-main/domain/figures.ts': "import { schools } from '../api/schools.ts'\nexport const contract = schools\n",
      'src-main/domain/files.ts': "import { readFileSync } from 'node:fs'\nexport const read = readFileSync\n",
      'src-main/features/groups/procedures.ts': "import { answer } from '../schools/procedures.ts'\nexport const groups = answer\n",
      'src-main/features/groups/raw.ts': "import Database from 'better-sqlite3'\nexport const raw = Database\n",
      'src-main/features/groups/web.ts': "import { request } from 'node:https'\nexport const web = request\n",
      'src-main/features/groups/window.ts': "import { app } from 'electron'\nexport const name = app\n",
      'src-main/sheets/csv.ts': "export const csv = 1\n",
      'src-main/sheets/disk.ts': "import { writeFileSync } from 'node:fs'\nexport const write = writeFileSync\n",
      'src-main/features/groups/list.ts': "import { csv } from '../../sheets/csv.ts'\nexport const list = csv\n",
      'src-main/features/exports/file-of.ts': "import { csv } from '../../sheets/csv.ts'\nexport const file = csv\n",
      'src-main/hosts/browser/peek.ts': "import { list } from '../../features/schools/queries.ts'\nexport const peek = list\n",
      'src-renderer/ui/SchoolBadge.vue':
        '<script setup lang="ts">\nimport Page from \'../features/schools/SchoolsPage.vue\'\n</script>\n<template><Page /></template>\n',
      'src-renderer/features/visits/VisitsPage.vue':
        '<script setup lang="ts">\nimport { list } from \'../../../src-main/features/schools/queries.ts\'\nconst all = list()\n</script>\n<template>{{ all }}</template>\n',
    })
    expect(found).toEqual([
      'api-is-alone src-main/api/clock.ts',
      'better-sqlite3-in-the-database-only src-main/features/groups/raw.ts',
      'domain-is-pure src-main/domain/files.ts',
      'domain-takes-types-of-the-api src-main/domain/figures.ts',
      'electron-in-its-host-only src-main/features/groups/window.ts',
      'features-meet-in-queries-only src-main/features/groups/procedures.ts',
      'hosts-know-the-core-only src-main/hosts/browser/peek.ts',
      'network-in-the-browser-host-only src-main/features/groups/web.ts',
      'page-reaches-the-core-through-the-api src-renderer/features/visits/VisitsPage.vue',
      'papers-and-imports-touch-no-disk src-main/sheets/disk.ts',
      'sheets-from-exports-only src-main/features/groups/list.ts',
      'shipped-code-needs-no-dev-package src-main/features/groups/window.ts',
      'ui-knows-no-business src-renderer/ui/SchoolBadge.vue',
    ])
  })

  it('find a circle, also through a component', () => {
    const found = violations({
      'src-renderer/ui/Left.vue': '<script setup lang="ts">\nimport { right } from \'./right.ts\'\nconst x = right\n</script>\n<template>{{ x }}</template>\n',
      'src-renderer/ui/right.ts': "import Left from './Left.vue'\nexport const right = Left\n",
    })
    expect(found).toEqual(['no-cycles src-renderer/ui/Left.vue'])
  })

  it('find a missing file, a leftover and a shipped test', () => {
    const found = violations({
      'src-main/domain/alone.ts': 'export const alone = 1\n',
      'src-main/domain/terms.ts': "import { gone } from './gone.ts'\nexport const term = gone\n",
      'src-main/domain/days.test.ts': 'export const days = 5\n',
      'src-main/domain/days.ts': "import { days } from './days.test.ts'\nexport const week = days\n",
    })
    expect(found).toEqual([
      'all-found src-main/domain/terms.ts',
      'domain-is-pure src-main/domain/terms.ts',
      'no-orphans src-main/domain/alone.ts',
      'tests-are-not-imported src-main/domain/days.ts',
    ])
  })
})
