import { countText } from '../../domain/number-words.ts'
import { refuse } from '../../domain/refusal.ts'
import { schoolYearOf, termFault, termsOfYear } from '../../domain/terms.ts'
import { answer } from '../answer.ts'
import { removeNames } from '../schools/name-queries.ts'
import { readSettings, saveSettings } from './queries.ts'

export const settings = {
  get: answer.settings.get.handler(({ context }) => readSettings(context.workspace.read)),
  save: answer.settings.save.handler(({ context, input }) => {
    const fault = input.terms && termFault(input.terms)
    if (fault) refuse('terms-overlap', fault)
    const { keepHeadNames: kept } = readSettings(context.workspace.read)
    if (!kept || input.keepHeadNames !== false) {
      const sentence = input.keepHeadNames === true && !kept ? 'Names of head teachers are kept from the next register file on' : 'Settings changed'
      const { transactionId } = context.workspace.change(sentence, (db) => saveSettings(db, input))
      return { transactionId, sentence }
    }
    const summary = 'Names of head teachers are no longer kept'
    const { transactionId, result } = context.workspace.change(summary, (db) => {
      saveSettings(db, input)
      return removeNames(db)
    })
    const removed = result === 0 ? 'There were none in the register' : `They were taken out of ${countText(result)} ${result === 1 ? 'school record' : 'school records'}`
    return { transactionId, sentence: `${summary}. ${removed}` }
  }),
  terms: answer.settings.terms.handler(({ context, input }) => {
    const { terms } = readSettings(context.workspace.read)
    const year = input.year ?? schoolYearOf(context.today, terms)
    return { year, terms: termsOfYear(year, terms) }
  }),
}
