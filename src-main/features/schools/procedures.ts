import { cleanText } from '../../domain/clean-text.ts'
import { formatDate } from '../../domain/date-words.ts'
import { refuse } from '../../domain/refusal.ts'
import { valueOn } from '../../domain/dated-facts.ts'
import { answer } from '../answer.ts'
import type { SearchedRows } from './list-index.ts'
import { listIndexOn } from './list-queries.ts'
import { schoolPage } from './page-queries.ts'
import { factsOf, findRecord, setDistrict } from './queries.ts'
import { findByWords, searchNumbers } from './search-queries.ts'

/** Searches kept while the list stands as it is; a person types few. */
const KEPT_SEARCHES = 100

const UNKNOWN = (urn: string) => `There is no school with URN ${urn} in the register. Import the register, or check the number.`

export const schools = {
  list: answer.schools.list.handler(({ context: { workspace, today }, input }) => {
    const { index, searches } = listIndexOn(workspace, today)
    const typed = input.filter.search?.trim() ?? ''
    let found: SearchedRows | null = null
    if (typed !== '') {
      found = searches.get(typed) ?? null
      if (!found) {
        found = index.searched(searchNumbers(workspace.read, typed))
        if (searches.size >= KEPT_SEARCHES) searches.clear()
        searches.set(typed, found)
      }
    }
    const { total, rows } = index.page(input, found)
    return { total, rows: rows.map(({ n: _n, group, openToday: _open, visited: _visited, ...row }) => ({ ...row, group: group === 'neither' ? null : group })) }
  }),

  facets: answer.schools.facets.handler(({ context: { workspace, today } }) => {
    const { index } = listIndexOn(workspace, today)
    const { phases, districts, statuses } = index.facets()
    const { maintained, academy, neither } = index.openCounts()
    const byCount = <Value>(a: { count: number; value: Value }, b: { count: number; value: Value }) => b.count - a.count
    return {
      total: index.size,
      open: maintained + academy + neither,
      maintained,
      academies: academy,
      others: neither,
      phases: phases.sort(byCount),
      districts: districts.sort((a, b) => (a.value ?? '\uffff').localeCompare(b.value ?? '\uffff', 'en-GB')),
      statuses: statuses.sort(byCount),
    }
  }),

  get: answer.schools.get.handler(({ context: { workspace, today }, input }) => schoolPage(workspace.read, input.urn, today) ?? refuse('no-such-school', UNKNOWN(input.urn))),

  find: answer.schools.find.handler(({ context: { workspace, today }, input }) => {
    return findByWords(workspace.read, input.search, input.limit).map(({ id, urn, name }) => {
      const facts = factsOf(workspace.read, id)
      const on = (fact: string) => valueOn(facts.filter((one) => one.fact === fact), today)
      return { urn, name, type: on('type') ?? '', district: on('district'), status: on('status') ?? '' }
    })
  }),

  setDistrict: answer.schools.setDistrict.handler(({ context: { workspace }, input }) => {
    const school = findRecord(workspace.read, input.urn) ?? refuse('no-such-school', UNKNOWN(input.urn))
    const district = cleanText(input.district).trim()
    const sentence = `District of ${school.name} is ${district} from ${formatDate(input.from)}`
    const { transactionId } = workspace.change(sentence, (db) => setDistrict(db, school.id, district, input.from))
    return { transactionId, sentence }
  }),
}
