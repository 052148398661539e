import { refuse } from '../../domain/refusal.ts'
import { schoolYearOf, termFault, termsOfYear } from '../../domain/terms.ts'
import { answer } from '../answer.ts'
import { readSettings, saveSettings } from './queries.ts'

export const settings = {
  get: answer.settings.get.handler(({ context }) => readSettings(context.workspace.read)),
  save: answer.settings.save.handler(({ context, input }) => {
    const fault = input.terms && termFault(input.terms)
    if (fault) refuse('terms-overlap', fault)
    const sentence = 'Settings changed'
    const { transactionId } = context.workspace.change(sentence, (db) => saveSettings(db, input))
    return { transactionId, sentence }
  }),
  terms: answer.settings.terms.handler(({ context, input }) => {
    const { terms } = readSettings(context.workspace.read)
    const year = input.year ?? schoolYearOf(context.today, terms)
    return { year, terms: termsOfYear(year, terms) }
  }),
}
