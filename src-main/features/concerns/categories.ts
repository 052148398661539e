import type { CategoryEntry, ConcernCategory } from '../../api/concerns.ts'
import type { ReadHandle } from '../../database/index.ts'
import { missingCategories } from '../../domain/concern-categories.ts'
import { formatDate } from '../../domain/date-words.ts'
import { countText } from '../../domain/number-words.ts'
import { refuse } from '../../domain/refusal.ts'
import { answer } from '../answer.ts'
import { deleteCategory, insertCategory, listCategories, updateCategory } from './queries.ts'

export function categoryOf(db: ReadHandle, id: string): ConcernCategory {
  return listCategories(db).find((category) => category.id === id) ?? refuse('no-such-category', 'That category is no longer in the table. It may have been deleted or undone since this page was opened. Choose another.')
}

function checkDates({ from, to }: CategoryEntry): void {
  if (to !== null && to < from) refuse('ends-before', `The category would end on ${formatDate(to)}, before it begins on ${formatDate(from)}. Give a later end, or leave it open.`)
}

/** The dated table of categories of concern. */
export const categories = {
  categories: answer.concerns.categories.handler(({ context }) => listCategories(context.workspace.read)),

  addCategory: answer.concerns.addCategory.handler(({ context: { workspace }, input }) => {
    checkDates(input)
    const sentence = `Category of concern “${input.name}” added`
    const { transactionId, result: id } = workspace.change(sentence, (db) => insertCategory(db, input))
    return { transactionId, sentence, id }
  }),

  changeCategory: answer.concerns.changeCategory.handler(({ context: { workspace }, input: { id, ...entry } }) => {
    categoryOf(workspace.read, id)
    checkDates(entry)
    const sentence = `Category of concern “${entry.name}” changed`
    const { transactionId } = workspace.change(sentence, (db) => updateCategory(db, id, entry))
    return { transactionId, sentence, id }
  }),

  deleteCategory: answer.concerns.deleteCategory.handler(({ context: { workspace }, input }) => {
    const { name, concerns } = categoryOf(workspace.read, input.id)
    if (concerns > 0) refuse('category-used', `${countText(concerns)} ${concerns === 1 ? 'concern stands' : 'concerns stand'} on this category, so it is kept. End it instead.`)
    const sentence = `Category of concern “${name}” deleted`
    const { transactionId } = workspace.change(sentence, (db) => deleteCategory(db, input.id))
    return { transactionId, sentence }
  }),

  addUsualCategories: answer.concerns.addUsualCategories.handler(({ context: { workspace } }) => {
    const missing = missingCategories(listCategories(workspace.read).map(({ name }) => name))
    if (missing.length === 0) refuse('all-there', 'The usual categories are all there already. Nothing needs to be done.')
    const sentence = `${countText(missing.length)} categories of concern added`
    const { transactionId } = workspace.change(sentence, (db) => missing.forEach((category) => insertCategory(db, category)))
    return { transactionId, sentence }
  }),
}
