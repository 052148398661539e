import { basename, join } from 'node:path'
import { Worker } from 'node:worker_threads'
import { Refusal, refuse } from '../domain/refusal.ts'
import type { Reporting } from './reporting.ts'
import type { FileRow } from './rows.ts'
import { readTable, type WorkbookTable } from './workbook-table.ts'

/** What the thread is begun with. */
export interface WorkbookTask {
  bytes: Uint8Array
  sheet: string | undefined
}

/** What the thread says: first what it found, or why it refuses; then, each time it is asked, the next rows, until there are none. */
export type WorkbookNews =
  | { told: 'refused'; code: string; sentence: string }
  | { told: 'found'; sheet: string; sheets: readonly string[]; count: number }
  | { told: 'rows'; rows: readonly FileRow[] }

/** The thread's program: beside this file as it was written, or at the top of what was built. */
const PROGRAM = import.meta.filename.endsWith('.ts')
  ? join(import.meta.dirname, 'workbook-worker.ts')
  : join(import.meta.dirname, basename(import.meta.dirname) === 'chunks' ? '..' : '.', 'workbook-worker.js')

const TOO_LARGE = 'This workbook is too large to be read into the memory of this computer. Nothing was changed. Save the sheet as CSV, and choose that.'

/**
 * Reads a workbook in a thread of its own. A sheet of 50,000 rows takes two seconds, in which nothing else would be
 * answered; here its rows come over a few at a time. Refused where the thread refuses, and where its memory runs out.
 *
 * @param program of the thread; where it cannot be begun, the workbook is read here
 */
export async function tableInThread(bytes: Buffer, sheet: string | undefined, reporting: Reporting, program = PROGRAM): Promise<WorkbookTable> {
  reporting.signal.throwIfAborted()
  const worker = new Worker(program, { execArgv: [] })
  worker.postMessage({ bytes, sheet } satisfies WorkbookTask)
  const stop = () => void worker.terminate()
  reporting.signal.addEventListener('abort', stop)
  try {
    return await taken(worker, reporting)
  } catch (error) {
    reporting.signal.throwIfAborted()
    if (codeOf(error) === 'ERR_WORKER_OUT_OF_MEMORY') refuse('workbook-too-large', TOO_LARGE)
    if (codeOf(error) === 'ERR_MODULE_NOT_FOUND' || codeOf(error) === 'MODULE_NOT_FOUND') return readTable(bytes, sheet)
    throw error
  } finally {
    reporting.signal.removeEventListener('abort', stop)
    await worker.terminate()
  }
}

/** Asks for rows until all are here. Asked one by one, they leave time for other answers in between. */
function taken(worker: Worker, reporting: Reporting): Promise<WorkbookTable> {
  return new Promise((resolve, reject) => {
    const rows: FileRow[] = []
    let found = { sheet: '', sheets: new Array<string>(), count: 0 }
    worker.on('message', (news: WorkbookNews) => {
      if (news.told === 'refused') return reject(new Refusal(news.code, news.sentence))
      if (news.told === 'found') found = { ...news, sheets: [...news.sheets] }
      else for (const row of news.rows) rows.push(row)
      reporting.report('Opening the workbook', rows.length, found.count)
      if (rows.length >= found.count) resolve({ sheet: found.sheet, sheets: found.sheets, rows })
      else worker.postMessage('next')
    })
    worker.once('error', reject)
    worker.once('exit', () => reject(new Error('The thread that reads workbooks ended before it was done')))
  })
}

function codeOf(error: unknown): unknown {
  return error instanceof Error && 'code' in error ? error.code : undefined
}
