import { datePassed } from '../../domain/visit-state.ts'
import { schoolMatcher } from '../../domain/match-schools.ts'
import { notVisitedOn } from '../../domain/not-visited.ts'
import { refuse } from '../../domain/refusal.ts'
import { countVisitsByTerm, schoolYearOf, schoolYearSpan, termOfKey, termsOfYear } from '../../domain/terms.ts'
import { answer } from '../answer.ts'
import { questionOf } from '../figures/count-queries.ts'
import { loadFigureFacts } from '../figures/queries.ts'
import { readSettings } from '../settings/queries.ts'
import { allVisits, pageOfVisits } from './list-queries.ts'
import { listNamed } from './queries.ts'

/** What is asked of all visits together. */
export const lists = {
  page: answer.visits.page.handler(({ context: { workspace, today }, input }) => {
    const { terms } = readSettings(workspace.read)
    const { term: key } = input.filter
    const term = key === undefined ? null : (termOfKey(key, terms) ?? refuse('no-such-term', 'There is no such term. Choose one from the list.'))
    return pageOfVisits(workspace.read, { ...input, term }, today)
  }),

  facets: answer.visits.facets.handler(({ context: { workspace, today } }) => {
    const visits = allVisits(workspace.read, today)
    const { terms } = readSettings(workspace.read)
    const years = yearsOf(visits, today, terms)
    return {
      total: visits.length,
      datePassed: visits.filter((visit) => datePassed(visit, today)).length,
      statuses: counted(visits.map((visit) => visit.status)),
      visitors: counted(visits.map((visit) => visit.visitor)),
      kinds: counted(visits.map((visit) => visit.kind)),
      districts: counted(visits.map((visit) => visit.district)).sort((a, b) => (a.value ?? '\uffff').localeCompare(b.value ?? '\uffff', 'en-GB')),
      terms: years.flatMap((year) => termsOfYear(year, terms).reverse()),
    }
  }),

  byTerm: answer.visits.byTerm.handler(({ context: { workspace, today }, input }) => {
    const { terms: set } = readSettings(workspace.read)
    const visits = allVisits(workspace.read, today)
    const year = input.year ?? schoolYearOf(today, set)
    const terms = termsOfYear(year, set)
    const named = visits.map(({ status, date, plannedFor, district, visitor }) => ({ status, date, plannedFor, name: input.by === 'district' ? district : visitor }))
    return { year, years: yearsOf(visits, today, set), terms, ...countVisitsByTerm(named, terms, schoolYearSpan(year, set)) }
  }),

  notVisited: answer.visits.notVisited.handler(({ context: { workspace, today }, input }) => {
    const db = workspace.read
    const question = questionOf(readSettings(db), input, today)
    const facts = loadFigureFacts(db)
    const names = new Map(Array.from(facts.records, ({ urn, name }) => [urn, name]))
    const planned = new Map<string, { id: string; date: string }>()
    for (const { id, urn, date, status } of allVisits(db, today)) {
      if (status === 'planned' && date >= today && !planned.has(urn)) planned.set(urn, { id, date })
    }
    const rows = notVisitedOn(facts, question).map((row) => ({ ...row, name: names.get(row.urn) ?? row.urn, planned: planned.get(row.urn) ?? null }))
    // The longest without stand first already; of those who have waited alike, by name.
    rows.sort((a, b) => (a.days === b.days ? a.name.localeCompare(b.name, 'en-GB') : 0))
    return { asAt: question.asAt, from: question.from, rows }
  }),

  matchSchools: answer.visits.matchSchools.handler(({ context: { workspace, today }, input }) => {
    const day = input.on ?? today
    const match = schoolMatcher(listNamed(workspace.read).map(({ urn, name, openDate, closeDate }) => ({ urn, name, open: (openDate ?? day) <= day && day <= (closeDate ?? day) })))
    const named = ({ urn, name }: { urn: string; name: string }) => ({ urn, name })
    return input.texts.map((text) => {
      const { school, others } = match(text)
      return { text, school: school && named(school), others: others.map(named) }
    })
  }),
}

type Terms = Parameters<typeof schoolYearOf>[1]

/** School years that have visits, and this one, the latest first. */
function yearsOf(visits: readonly { date: string }[], today: string, terms: Terms): number[] {
  const years = new Set([today, ...visits.map((visit) => visit.date)].map((day) => schoolYearOf(day, terms)))
  return [...years].sort((a, b) => b - a)
}

/** Each value with how often it comes, the most frequent first. */
function counted<Value>(values: readonly Value[]): { value: Value; count: number }[] {
  const counts = new Map<Value, number>()
  for (const value of values) counts.set(value, (counts.get(value) ?? 0) + 1)
  return Array.from(counts, ([value, count]) => ({ value, count })).sort((a, b) => b.count - a.count)
}
