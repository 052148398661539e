import type { SchoolFilter } from '../../api/schools.ts'
import type { ReadHandle } from '../../database/index.ts'
import { formatDate } from '../../domain/date-words.ts'
import { countText } from '../../domain/number-words.ts'
import { refuse } from '../../domain/refusal.ts'
import { valueOn } from '../../domain/dated-facts.ts'
import { answer } from '../answer.ts'
import type { CoreContext } from '../context.ts'
import { changes } from './change-procedures.ts'
import { districtMoves } from './districts.ts'
import type { Facet, ListIndex, SearchedRows } from './list-index.ts'
import { pageAsAt, recordsAsAt } from './as-at-queries.ts'
import { formerNames } from './former-names-queries.ts'
import { listIndexOn } from './list-queries.ts'
import { answeredRow } from './listed-school.ts'
import { factsOf, findRecord, setDistrict } from './queries.ts'
import { findByWords, searchNumbers } from './search-queries.ts'

/** Searches kept while the list stands as it is; a person types few. */
const KEPT_SEARCHES = 100

/** Wards and trusts that a menu can still be read with. */
const OFFERED = 200

const UNKNOWN = (urn: string) => `There is no school with URN ${urn} in the register. Import the register, or check the number.`

/** The index, and what a filter's search has found in it. */
function listed({ workspace, today }: Pick<CoreContext, 'workspace' | 'today'>, filter: SchoolFilter): { index: ListIndex; found: SearchedRows | null } {
  const { index, searches } = listIndexOn(workspace, today)
  const typed = filter.search?.trim() ?? ''
  if (typed === '') return { index, found: null }
  const known = searches.get(typed)
  if (known) return { index, found: known }
  const found = index.searched(searchNumbers(workspace.read, typed))
  if (searches.size >= KEPT_SEARCHES) searches.clear()
  searches.set(typed, found)
  return { index, found }
}

/** The last name before the present one, by row number. */
function latestFormerNames(db: ReadHandle): Map<number, string> {
  return new Map(formerNames(db).toReversed().map(({ n, name }) => [n, name]))
}

const byCount = (a: Facet<string>, b: Facet<string>) => b.count - a.count || a.value.localeCompare(b.value, 'en-GB')
const byValue = (a: Facet<string | null>, b: Facet<string | null>) => (a.value || '\uffff').localeCompare(b.value || '\uffff', 'en-GB')
/** The most numerous, in the order of the alphabet. */
const offered = (facets: Facet<string>[]) => facets.sort(byCount).slice(0, OFFERED).sort(byValue)

export const schools = {
  list: answer.schools.list.handler(({ context, input }) => {
    const { index, found } = listed(context, input.filter)
    const { total, rows } = index.page(input, found)
    const before = (input.filter.search?.trim() ?? '') === '' ? new Map<number, string>() : latestFormerNames(context.workspace.read)
    return { total, rows: rows.map((row) => ({ ...answeredRow(row, input.columns), ...(before.has(row.n) && { formerly: before.get(row.n) }) })) }
  }),

  urns: answer.schools.urns.handler(({ context, input }) => {
    const { index, found } = listed(context, input.filter)
    return index.page(input, found).rows.map(({ urn }) => urn)
  }),

  facets: answer.schools.facets.handler(({ context, input: { filter } }) => {
    const { index, found } = listed(context, filter)
    const { maintained, academy, neither } = index.openCounts()
    return {
      total: index.size,
      open: maintained + academy + neither,
      maintained,
      academies: academy,
      others: neither,
      groups: index.choices('group', filter, found).sort(byCount),
      phases: index.choices('phase', filter, found).sort(byCount),
      types: index.choices('type', filter, found).sort(byCount),
      districts: index.districts(filter, found).sort(byValue),
      statuses: index.choices('status', filter, found).sort(byCount),
      wards: offered(index.choices('ward', filter, found)),
      trusts: offered(index.choices('trust', filter, found)),
    }
  }),

  get: answer.schools.get.handler(({ context: { workspace, today }, input }) => pageAsAt(workspace.read, input, today) ?? refuse('no-such-school', UNKNOWN(input.urn))),

  changes,

  asAt: answer.schools.asAt.handler(({ context: { workspace, today }, input }) => recordsAsAt(workspace, input.asAt ?? today, input.filter)),

  find: answer.schools.find.handler(({ context: { workspace, today }, input }) => {
    return findByWords(workspace.read, input.search, input.limit).map(({ id, urn, name }) => {
      const facts = factsOf(workspace.read, id)
      const on = (fact: string) => valueOn(facts.filter((one) => one.fact === fact), today)
      return { urn, name, type: on('type') ?? '', district: on('district'), status: on('status') ?? '' }
    })
  }),

  setDistrict: answer.schools.setDistrict.handler(({ context: { workspace }, input }) => {
    const school = findRecord(workspace.read, input.urn) ?? refuse('no-such-school', UNKNOWN(input.urn))
    const { district, moves } = districtMoves(workspace.read, { ...input, urns: [input.urn] })
    if (moves.length === 0) refuse('nothing-to-change', `${school.name} is in ${district} from ${formatDate(input.from)} already. Nothing was changed.`)
    const sentence = `District of ${school.name} is ${district} from ${formatDate(input.from)}`
    const { transactionId } = workspace.change(sentence, (db) => setDistrict(db, school.id, district, input.from))
    return { transactionId, sentence }
  }),

  previewDistricts: answer.schools.previewDistricts.handler(({ context: { workspace }, input }) => {
    const { district, moves, unchanged } = districtMoves(workspace.read, input)
    const counts = new Map<string | null, number>()
    for (const { before } of moves) counts.set(before, (counts.get(before) ?? 0) + 1)
    const changes = Array.from(counts, ([before, count]) => ({ district: before, count })).sort((a, b) => b.count - a.count)
    return { district, changes, unchanged }
  }),

  setDistricts: answer.schools.setDistricts.handler(({ context: { workspace }, input }) => {
    const { district, moves } = districtMoves(workspace.read, input)
    const day = formatDate(input.from)
    const [only] = moves
    if (only === undefined) refuse('nothing-to-change', `These schools are in ${district} from ${day} already. Nothing was changed.`)
    const sentence = `District of ${moves.length === 1 ? only.name : `${countText(moves.length)} schools`} is ${district} from ${day}`
    const { transactionId } = workspace.change(sentence, (db) => {
      for (const { id } of moves) setDistrict(db, id, district, input.from)
    })
    return { transactionId, sentence }
  }),
}
