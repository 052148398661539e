import { countByDistrict, countByPhase, countByTerm } from '../../domain/part-figures.ts'
import { valueOn } from '../../domain/dated-facts.ts'
import { countFigures } from '../../domain/figures.ts'
import { refuse } from '../../domain/refusal.ts'
import { answer } from '../answer.ts'
import { readSettings } from '../settings/queries.ts'
import { loadFigureFacts } from './queries.ts'
import { compareFigures } from './compare-queries.ts'
import { countExplained, questionOf } from './count-queries.ts'
import { checkDates, checkTerms } from './questions.ts'

export const figures = {
  list: answer.figures.list.handler(({ context, input }) => {
    const settings = readSettings(context.workspace.read)
    return countExplained(context.workspace.read, settings, questionOf(settings, input, context.today))
  }),

  records: answer.figures.records.handler(({ context, input }) => {
    const db = context.workspace.read
    const question = questionOf(readSettings(db), input, context.today)
    const facts = loadFigureFacts(db)
    const figure = countFigures(facts, question).find(({ id, group }) => id === input.id && group === input.group)
    if (!figure) refuse('no-such-figure', 'There is no such figure for that group. Choose one from the coverage page.')
    const inNumerator = new Set(figure.numeratorUrns)
    const wanted = new Set(
      input.which === 'numerator' ? inNumerator : figure.denominatorUrns.filter((urn) => input.which === 'denominator' || !inNumerator.has(urn)),
    )
    return [...facts.records]
      .filter(({ urn }) => wanted.has(urn))
      .map((record) => ({
        urn: record.urn,
        name: record.name,
        type: valueOn(record.types, question.asAt) ?? '',
        phase: record.phase || null,
        district: valueOn(record.districts, question.asAt),
      }))
      .sort((a, b) => a.name.localeCompare(b.name, 'en-GB') || (a.urn < b.urn ? -1 : 1))
  }),

  byDistrict: answer.figures.byDistrict.handler(({ context, input }) => {
    const db = context.workspace.read
    return countByDistrict(loadFigureFacts(db), questionOf(readSettings(db), input, context.today))
  }),

  byPhase: answer.figures.byPhase.handler(({ context, input }) => {
    const db = context.workspace.read
    return countByPhase(loadFigureFacts(db), questionOf(readSettings(db), input, context.today))
  }),

  byTerm: answer.figures.byTerm.handler(({ context, input }) => {
    const db = context.workspace.read
    const settings = readSettings(db)
    const question = questionOf(settings, input, context.today)
    checkTerms(question, settings.terms)
    return countByTerm(loadFigureFacts(db), question, settings.terms)
  }),

  compare: answer.figures.compare.handler(({ context, input }) => {
    const db = context.workspace.read
    const question = questionOf(readSettings(db), input, context.today)
    checkDates(input.fromAsAt, question.asAt)
    return { fromAsAt: input.fromAsAt, asAt: question.asAt, from: question.from, figures: compareFigures(db, question, input) }
  }),
}
