import type { ReadHandle } from '../../database/index.ts'
import { cleanText } from '../../domain/clean-text.ts'
import { refuse } from '../../domain/refusal.ts'
import { answer } from '../answer.ts'
import { deleteView, findView, insertView, listViews, updateView, viewNamed } from './queries.ts'

function view(db: ReadHandle, id: string): { id: string; list: string; name: string } {
  return findView(db, id) ?? refuse('no-such-view', 'That saved view is no longer there. It may have been deleted or undone since this page was opened.')
}

function freeName(db: ReadHandle, list: string, typed: string, own: string | null = null): string {
  const name = cleanText(typed).trim()
  const taken = viewNamed(db, list, name)
  if (taken && taken.id !== own) refuse('name-taken', `There is a view called ${name} already. Give this one another name.`)
  return name
}

export const views = {
  list: answer.views.list.handler(({ context, input }) => listViews(context.workspace.read, input.list)),

  save: answer.views.save.handler(({ context: { workspace }, input }) => {
    const name = freeName(workspace.read, input.list, input.name)
    const sentence = `View ${name} saved`
    const { transactionId, result: id } = workspace.change(sentence, (db) => insertView(db, input.list, name, input.state))
    return { transactionId, sentence, id }
  }),

  change: answer.views.change.handler(({ context: { workspace }, input: { id, state } }) => {
    const sentence = `View ${view(workspace.read, id).name} changed`
    const { transactionId } = workspace.change(sentence, (db) => updateView(db, id, { state: JSON.stringify(state) }))
    return { transactionId, sentence, id }
  }),

  rename: answer.views.rename.handler(({ context: { workspace }, input: { id, name: typed } }) => {
    const { list, name: before } = view(workspace.read, id)
    const name = freeName(workspace.read, list, typed, id)
    const sentence = `View ${before} renamed to ${name}`
    const { transactionId } = workspace.change(sentence, (db) => updateView(db, id, { name }))
    return { transactionId, sentence, id }
  }),

  delete: answer.views.delete.handler(({ context: { workspace }, input: { id } }) => {
    const sentence = `View ${view(workspace.read, id).name} deleted`
    const { transactionId } = workspace.change(sentence, (db) => deleteView(db, id))
    return { transactionId, sentence }
  }),
}
