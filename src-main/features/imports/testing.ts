import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { ContractRouterClient } from '@orpc/contract'
import type { Contract } from '../../api/contract.ts'
import type { ColumnMatch, ImportKind, ImportOutcome } from '../../api/imports.ts'

/** The core, asked as a host asks it. */
interface Asking {
  readonly client: Pick<ContractRouterClient<Contract>, 'imports'>
}

const FIXTURES = join(import.meta.dirname, '..', '..', 'imports', 'fixtures')
const REAL = join(import.meta.dirname, '..', '..', '..', '..', 'shared', 'data')

/** A small real extract, kept in the repository. */
export function fixture(name: string): File {
  return new File([new Uint8Array(readFileSync(join(FIXTURES, name)))], name)
}

/** Whether the whole real files stand beside the repository. */
export const realFilesHere = existsSync(join(REAL, 'SOURCES.md'))

export function realFile(name: string): File {
  return new File([new Uint8Array(readFileSync(join(REAL, name)))], name)
}

export function textFile(text: string, name = 'test 2016-06-01.csv'): File {
  return new File([text], name)
}

type Asked = { kind?: ImportKind; la?: string; date?: string; sheet?: string; columns?: ColumnMatch }

async function last(steps: AsyncIterable<{ step: 'progress' } | { step: 'done'; result: ImportOutcome }>): Promise<ImportOutcome> {
  let outcome: ImportOutcome | undefined
  for await (const step of steps) if (step.step === 'done') outcome = step.result
  if (!outcome) throw new Error('the import ended without an outcome')
  return outcome
}

export async function preview({ client }: Asking, file: File, { kind = 'register', ...more }: Asked = {}): Promise<ImportOutcome> {
  return last(await client.imports.preview({ kind, file, ...more }))
}

/** Looks at the preview and applies it, as an officer does. */
export async function bringIn(core: Asking, file: File, { kind = 'register', ...more }: Asked = {}): Promise<ImportOutcome> {
  const { digest } = await preview(core, file, { kind, ...more })
  return last(await core.client.imports.apply({ kind, file, digest, ...more }))
}

/** The counts of an outcome, in the order in which an officer reads them. */
export function counts(outcome: ImportOutcome) {
  const { rows, added, changed, statusChanged, unchanged, notInFile, ignored, refusedCount } = outcome
  return { rows, added, changed, statusChanged, unchanged, notInFile, ignored, refusedCount }
}
