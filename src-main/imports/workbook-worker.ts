/** The program of the thread that reads workbooks: `workbook-thread.ts` begins it, and says what goes to and fro. */
import { parentPort } from 'node:worker_threads'
import { Refusal } from '../domain/refusal.ts'
import { readTable } from './workbook-table.ts'
import type { WorkbookNews, WorkbookTask } from './workbook-thread.ts'

/** Rows sent at a time: taking them over costs the other side a few milliseconds. */
const TOGETHER = 500

const say = (news: WorkbookNews) => parentPort?.postMessage(news)

async function answer({ bytes, sheet }: WorkbookTask): Promise<void> {
  try {
    const table = await readTable(Buffer.from(bytes), sheet)
    let sent = 0
    parentPort?.on('message', () => {
      say({ told: 'rows', rows: table.rows.slice(sent, sent + TOGETHER) })
      sent += TOGETHER
    })
    say({ told: 'found', sheet: table.sheet, sheets: table.sheets, count: table.rows.length })
  } catch (error) {
    if (!(error instanceof Refusal)) throw error
    say({ told: 'refused', code: error.code, sentence: error.message })
  }
}

parentPort?.once('message', (task: WorkbookTask) => void answer(task))
