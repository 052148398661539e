/**
 * From a key to the painted frame that shows its answer, in the school list of 51,331 rows: the built Quartet in a real
 * Chromium, and beside it, in the same browser and over the same rows, a plain grid that holds them all in memory,
 * filters by `includes` and draws the rows in sight.
 */
import { chromium, type BrowserContext, type Page } from '@playwright/test'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { browserHosts } from '../../e2e/hosts/browser.ts'
import type { Core } from '../../src-main/core.ts'
import { createRouterClient } from '@orpc/server'
import { browserHere } from '../browser.mjs'
import { plainGrid, type PlainRow } from './plain-grid.ts'
import { watchFrames } from './painted.ts'
import { percentile, report, type Measure } from './report.ts'
import { chance, filled, NATIONAL } from './school-list.ts'

const WORDS_TYPED = 14
const LETTERS = 4
const CONSONANTS = 'bcdfghlmnprstvw'
const VOWELS = 'aeiou'
/** A step that has not been answered by then never will be. */
const PATIENCE = 10_000

type Next = (below: number) => number

const syllable = (next: Next) => `${CONSONANTS.charAt(next(15))}${VOWELS.charAt(next(5))}`
/** Names of many beginnings, so that each letter narrows the list. */
const inventedName = (next: Next) => `${syllable(next)}${syllable(next)}${syllable(next)} ${syllable(next)}${syllable(next)} School`

/** One record in three has been visited, so that the filter has something to do. */
function visited(core: Core): void {
  const { connection } = core.context().workspace.read
  connection.exec('DROP TRIGGER history_visits_insert')
  connection.exec(
    `INSERT INTO visits (id, school_id, date, visitor, kind, status, counts, purpose, note, recorded_at)
     SELECT 'v' || n, id, '2016-01-10', 'District Lead', 'visit', 'completed', 1, '', '', '2016-01-10T09:00:00.000Z' FROM schools WHERE n % 3 = 0`,
  )
}

async function allRows(core: Core): Promise<PlainRow[]> {
  const client = createRouterClient(core.router, { context: core.context() })
  const rows: PlainRow[] = []
  for (;;) {
    const page = await client.schools.list({ offset: rows.length, limit: 2_000 })
    rows.push(...page.rows.map(({ name, type, district, lastVisit, status }) => ({ name, type, district: district ?? '', lastVisit: lastVisit ?? '', open: status !== 'Closed' && status !== 'Proposed to open' })))
    if (rows.length >= page.total) return rows
  }
}

/** Types some words letter by letter, takes the letters away again, and switches filters; answers the milliseconds of each step. */
async function timeSteps(page: Page, words: readonly string[]): Promise<{ typing: number[]; filters: number[] }> {
  await page.evaluate(watchFrames)
  const typing: number[] = []
  const filters: number[] = []
  const search = page.getByLabel('Search schools')
  const step = async (key: string, into: number[]) => {
    await page.keyboard.press(key)
    into.push(await page.evaluate((patience) => window.paintedAfter(patience), PATIENCE))
    // As fast as a person types, at the quickest.
    await page.waitForTimeout(60)
  }
  for (const word of words) {
    await search.focus()
    for (const letter of word) await step(letter, typing)
    for (const _ of word) await step('Backspace', typing)
    for (const name of ['Not visited', 'Open']) {
      await page.getByRole('button', { name, exact: true }).focus()
      await step('Space', filters)
      await step('Space', filters)
    }
  }
  return { typing, filters }
}

async function inQuartet(context: BrowserContext, address: string, words: readonly string[]) {
  const page = await context.newPage()
  await page.goto(address)
  await page.getByRole('heading', { level: 1 }).waitFor()
  await page.evaluate(() => (window.location.hash = '/schools'))
  await page.locator('[role=row][aria-selected]').first().waitFor()
  const times = await timeSteps(page, words)
  await page.close()
  return times
}

async function inPlainGrid(context: BrowserContext, rows: PlainRow[], words: readonly string[]) {
  const page = await context.newPage()
  await page.setContent('<!doctype html><title>Plain grid</title><main></main>')
  await page.evaluate(plainGrid, rows)
  const times = await timeSteps(page, words)
  await page.close()
  return times
}

export async function measureListKeystroke(): Promise<Measure[]> {
  const folder = mkdtempSync(join(tmpdir(), 'quartet measure '))
  const core = await filled(folder, NATIONAL, inventedName)
  visited(core)
  const rows = await allRows(core)
  core.close()
  const workspace = join(folder, `${NATIONAL}.quartet`)
  const hosts = browserHosts({ home: folder, workspace, env: { PATH: process.env['PATH'] ?? '', QUARTET_HOME: folder, QUARTET_TODAY: '2016-06-14' }, remove: () => undefined })
  const executablePath = browserHere()
  const browser = await chromium.launch({ ...(executablePath === null ? {} : { executablePath }), args: process.getuid?.() === 0 ? ['--no-sandbox'] : [] })
  try {
    const { address } = await hosts.start()
    const context = await browser.newContext({ viewport: { width: 1366, height: 768 }, reducedMotion: 'reduce' })
    const next = chance(11)
    const words = Array.from({ length: WORDS_TYPED }, () => `${syllable(next)}${syllable(next)}`.slice(0, LETTERS))
    const quartet = await inQuartet(context, address, words)
    const plain = await inPlainGrid(context, rows, words)
    const p95 = { typing: percentile(quartet.typing, 95), filters: percentile(quartet.filters, 95) }
    const beside = { typing: percentile(plain.typing, 95), filters: percentile(plain.filters, 95) }
    return [
      { what: `school list, ${NATIONAL} rows: a letter to its painted frame, 95th percentile`, value: p95.typing, unit: 'ms', limit: 50 },
      { what: 'the same, median', value: percentile(quartet.typing, 50), unit: 'ms' },
      { what: 'the same in a plain grid of the browser, 95th percentile', value: beside.typing, unit: 'ms' },
      { what: 'Quartet against the plain grid: a letter', value: p95.typing / beside.typing, unit: 'times' },
      { what: `school list, ${NATIONAL} rows: a filter to its painted frame, 95th percentile`, value: p95.filters, unit: 'ms', limit: 50 },
      { what: 'the same, median', value: percentile(quartet.filters, 50), unit: 'ms' },
      { what: 'the same in a plain grid of the browser, 95th percentile', value: beside.filters, unit: 'ms' },
      { what: 'Quartet against the plain grid: a filter', value: p95.filters / beside.filters, unit: 'times' },
    ]
  } finally {
    await browser.close()
    await hosts.endAll()
    rmSync(folder, { recursive: true, force: true, maxRetries: 3 })
  }
}

if (import.meta.main) report(await measureListKeystroke())
