import { describe, expect, it } from 'vitest'
import type { Reporting } from './reporting.ts'
import { rawWorkbook, workbookOf } from './testing/workbooks.ts'
import { readTable } from './workbook-table.ts'
import { tableInThread } from './workbook-thread.ts'

const visits = () => workbookOf({ Visits: [['URN', 'Note'], ...Array.from({ length: 1_300 }, (_, at) => [103_120 + at, `Visit ${at}`])] })

async function bytesOf(file: File): Promise<Buffer> {
  return Buffer.from(await file.arrayBuffer())
}

/** Keeps what is reported, and calls the work off when so many rows have come over. */
function watched(upTo = Infinity) {
  const calledOff = new AbortController()
  const seen: { words: string; done: number; total: number | null }[] = []
  const reporting: Reporting = {
    signal: calledOff.signal,
    report: (words, done, total) => {
      seen.push({ words, done, total })
      if (done >= upTo) calledOff.abort()
    },
  }
  return { reporting, seen }
}

describe('a workbook read in a thread of its own', () => {
  it('gives what it gives when read here, its rows coming over a few at a time', async () => {
    const bytes = await bytesOf(await visits())
    const { reporting, seen } = watched()
    expect(await tableInThread(bytes, 'Visits', reporting)).toEqual(await readTable(bytes, 'Visits'))
    expect(seen.map(({ done, total }) => [done, total])).toEqual([[0, 1_301], [500, 1_301], [1_000, 1_301], [1_301, 1_301]])
  })

  it('stops where it is called off', async () => {
    const { reporting, seen } = watched(500)
    await expect(tableInThread(await bytesOf(await visits()), undefined, reporting)).rejects.toHaveProperty('name', 'AbortError')
    expect(seen.at(-1)?.done).toBe(500)
  })

  it('refuses in the words of the thread', async () => {
    const refused = tableInThread(await bytesOf(await visits()), 'Schools', watched().reporting)
    await expect(refused).rejects.toMatchObject({ name: 'Refusal', code: 'no-such-sheet' })
  })

  it('is read here where no thread can be begun', async () => {
    const bytes = await bytesOf(await visits())
    expect((await tableInThread(bytes, undefined, watched().reporting, '/nowhere/workbook-worker.js')).rows).toHaveLength(1_301)
  })

  it('may have as many rows as a sheet has', async () => {
    const rows = Array.from({ length: 150_000 }, (_, at) => `<row r="${at + 1}"><c r="A${at + 1}"><v>${at}</v></c><c r="B${at + 1}"><v>1</v></c></row>`)
    expect((await readTable(await bytesOf(rawWorkbook(rows.join(''))))).rows).toHaveLength(150_000)
  })
})
