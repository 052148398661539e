import type { Change } from '../../api/base.ts'
import { isUndone, undoTransaction, type Workspace } from '../../database/index.ts'
import { refuse } from '../../domain/refusal.ts'
import { asGiven } from '../../imports/bytes.ts'
import { reported, unwatched, type Reporting } from '../../imports/reporting.ts'
import { answer, withRefusals } from '../answer.ts'
import { changesOf } from './change-queries.ts'
import { columnsOf } from './columns.ts'
import { obstaclesInWords } from './obstacle-queries.ts'
import { findImport, keptFile, listImports, undoneBy, type StoredImport } from './queries.ts'
import { applyImport, planImport } from './run.ts'

function importOf(workspace: Workspace, id: string): NonNullable<ReturnType<typeof findImport>> {
  return findImport(workspace.read, id) ?? refuse('no-such-import', 'That import is not in this workspace. Nothing was changed. Choose one from the list of imports.')
}

/** Takes an import back as a whole. What depends on it by now is named before anything is tried. */
async function undoImport(workspace: Workspace, id: string, reporting: Reporting = unwatched): Promise<Change> {
  const { transactionId: transaction, fileName }: StoredImport = importOf(workspace, id)
  if (!isUndone(workspace, transaction)) {
    const { sentence } = obstaclesInWords(workspace.read, transaction)
    if (sentence !== null) refuse('depended-on', `${sentence} Nothing was changed.`)
  }
  const { transactionId, result } = await undoTransaction(workspace, transaction, (done, total) => {
    reporting.signal.throwIfAborted()
    reporting.report(`Undoing the import of ${fileName}`, done, total)
  })
  return { transactionId, sentence: `Undone. “${result.summary}” was taken back.` }
}

export const imports = {
  columns: answer.imports.columns.handler(({ context, input }) => columnsOf(context.workspace.read, input)),
  preview: answer.imports.preview.handler(({ context, input }) => withRefusals(reported((reporting) => planImport(context.workspace.read, { ...input, today: context.today }, reporting)), context.workspace.file)),
  apply: answer.imports.apply.handler(({ context, input }) => withRefusals(reported((reporting) => applyImport(context.workspace, { ...input, today: context.today }, input.digest, reporting)), context.workspace.file)),
  list: answer.imports.list.handler(({ context }) =>
    listImports(context.workspace.read).map((row) => ({ ...row, undone: isUndone(context.workspace, row.transactionId) })),
  ),
  get: answer.imports.get.handler(({ context: { workspace }, input }) => {
    const found = importOf(workspace, input.id)
    const by = undoneBy(workspace.read, found.transactionId)
    return { ...found, undone: by !== null, undoneBy: by }
  }),
  changes: answer.imports.changes.handler(({ context: { workspace }, input: { id, ...asked } }) => {
    const { transactionId } = importOf(workspace, id)
    return changesOf(workspace, { importId: id, transactionId }, asked)
  }),
  file: answer.imports.file.handler(({ context: { workspace }, input }) => {
    importOf(workspace, input.id)
    const kept = keptFile(workspace.read, input.id) ?? refuse('no-such-file', 'The file of this import is not kept. What it changed is listed on its page.')
    return new File([new Uint8Array(asGiven(kept.bytes, kept.sha256))], kept.name, { type: 'application/octet-stream' })
  }),
  obstacles: answer.imports.obstacles.handler(({ context: { workspace }, input }) => {
    const { transactionId } = importOf(workspace, input.id)
    return isUndone(workspace, transactionId) ? { sentence: null, places: [] } : obstaclesInWords(workspace.read, transactionId)
  }),
  undo: answer.imports.undo.handler(({ context, input }) => undoImport(context.workspace, input.id)),
  undoInSteps: answer.imports.undoInSteps.handler(({ context, input }) =>
    withRefusals(reported((reporting) => undoImport(context.workspace, input.id, reporting)), context.workspace.file),
  ),
}
