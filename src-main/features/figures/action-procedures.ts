import { actionCountsOf, countActions, countActionsByTerm } from '../../domain/action-figures.ts'
import { answer } from '../answer.ts'
import { actionFacts } from '../actions/queries.ts'
import { readSettings } from '../settings/queries.ts'
import { actionsByBody, compareActions } from './action-queries.ts'
import { questionOf } from './count-queries.ts'
import { checkDates, checkTerms } from './questions.ts'

export const actionFigures = {
  byBody: answer.actionFigures.byBody.handler(({ context, input }) => {
    const db = context.workspace.read
    const { asAt, from } = questionOf(readSettings(db), input, context.today)
    const actions = actionFacts(db)
    return { asAt, from, total: actionCountsOf(countActions(actions, { asAt, from })), bodies: actionsByBody(actions, { asAt, from }) }
  }),

  byTerm: answer.actionFigures.byTerm.handler(({ context, input }) => {
    const db = context.workspace.read
    const settings = readSettings(db)
    const question = questionOf(settings, input, context.today)
    checkTerms(question, settings.terms)
    return countActionsByTerm(actionFacts(db), question, settings.terms)
  }),

  compare: answer.actionFigures.compare.handler(({ context, input }) => {
    const db = context.workspace.read
    const { asAt, from } = questionOf(readSettings(db), input, context.today)
    checkDates(input.fromAsAt, asAt)
    return { fromAsAt: input.fromAsAt, asAt, from, ...compareActions(db, { asAt, from }, input) }
  }),
}
