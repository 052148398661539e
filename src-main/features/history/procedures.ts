import { isUndone, undoTransaction, verify } from '../../database/index.ts'
import { answer } from '../answer.ts'
import { listTransactions } from './queries.ts'

export const history = {
  list: answer.history.list.handler(({ context, input }) => {
    const row = input.table !== undefined && input.row !== undefined ? { table: input.table, row: input.row } : null
    return listTransactions(context.workspace.read, row, input.limit).map(({ final, ...transaction }) => ({
      ...transaction,
      undone: final === 0 && isUndone(context.workspace, transaction.transactionId),
    }))
  }),
  undo: answer.history.undo.handler(async ({ context, input }) => {
    const { transactionId, result } = await undoTransaction(context.workspace, input.transactionId)
    return { transactionId, sentence: `Undone. “${result.summary}” was taken back.` }
  }),
  verify: answer.history.verify.handler(({ context }) => verify(context.workspace.read)),
}
