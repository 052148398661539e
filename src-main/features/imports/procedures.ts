import { isUndone, undoTransaction } from '../../database/index.ts'
import { refuse } from '../../domain/refusal.ts'
import { reported } from '../../imports/reporting.ts'
import { answer, withRefusals } from '../answer.ts'
import { columnsOf } from './columns.ts'
import { importTransaction, listImports } from './queries.ts'
import { applyImport, planImport } from './run.ts'

export const imports = {
  columns: answer.imports.columns.handler(({ context, input }) => columnsOf(context.workspace.read, input)),
  preview: answer.imports.preview.handler(({ context, input }) => withRefusals(reported((reporting) => planImport(context.workspace.read, { ...input, today: context.today }, reporting)), context.workspace.file)),
  apply: answer.imports.apply.handler(({ context, input }) => withRefusals(reported((reporting) => applyImport(context.workspace, { ...input, today: context.today }, input.digest, reporting)), context.workspace.file)),
  list: answer.imports.list.handler(({ context }) =>
    listImports(context.workspace.read).map((row) => ({ ...row, undone: isUndone(context.workspace, row.transactionId) })),
  ),
  undo: answer.imports.undo.handler(async ({ context, input }) => {
    const transaction = importTransaction(context.workspace.read, input.id)
    if (transaction === undefined) refuse('no-such-import', 'That import is not in this workspace. Nothing was undone.')
    const { transactionId, result } = await undoTransaction(context.workspace, transaction)
    return { transactionId, sentence: `Undone. “${result.summary}” was taken back.` }
  }),
}
