import type { LocationQuery } from 'vue-router'
import { contactKind, type ContactKind } from '../../../../src-main/api/settings.ts'
import { schoolGroup, type SchoolGroup } from '../../../../src-main/api/base.ts'
import { visitSort, visitStatus, type VisitFilter, type VisitSort, type VisitStatus } from '../../../../src-main/api/visits.ts'
import { NOT_RECORDED } from '../listAddress.ts'

export const views = ['all', 'terms', 'not-visited'] as const
export type VisitsView = (typeof views)[number]

/** What the page shows; it lives in the address, so that it can be kept, sent and stepped back to. */
export interface VisitsAddress {
  view: VisitsView
  search: string
  status: VisitStatus[]
  datePassed: boolean
  visitor: string[]
  kind: ContactKind[]
  district: string[]
  /** A term's key, or empty. */
  term: string
  plannedForTerm: boolean
  sort: VisitSort
  descending: boolean
  /** Of the table of terms. */
  by: 'district' | 'visitor'
  year: number | null
  /** Of the schools that were not visited. */
  group: SchoolGroup[]
  /** The visit whose card is open. */
  visit: string | null
}

/** The page as it opens: all visits, the newest first. */
export const plainVisits: VisitsAddress = {
  view: 'all', search: '', status: [], datePassed: false, visitor: [], kind: [], district: [], term: '', plannedForTerm: false,
  sort: 'date', descending: true, by: 'district', year: null, group: [], visit: null,
}

/** A list without its filters; the words looked for, the order and the view stay. */
export function unfilteredVisits({ view, search, sort, descending, by, year, visit }: VisitsAddress): VisitsAddress {
  return { ...plainVisits, view, search, sort, descending, by, year, visit }
}

/** Reads an address; what it does not know or cannot mean is left out. */
export function readVisits(query: LocationQuery): VisitsAddress {
  const sort = visitSort.safeParse(first(query['sort']))
  const year = Number(first(query['year']))
  return {
    view: views.find((view) => view === first(query['view'])) ?? 'all',
    search: first(query['search']).slice(0, 200),
    status: visitStatus.options.filter((status) => all(query['status']).includes(status)),
    datePassed: first(query['passed']) === 'yes',
    visitor: all(query['visitor']),
    kind: contactKind.options.filter((kind) => all(query['kind']).includes(kind)),
    district: all(query['district']),
    term: first(query['term']).slice(0, 20),
    plannedForTerm: first(query['planned']) === 'yes',
    sort: sort.success ? sort.data : plainVisits.sort,
    descending: first(query['order']) === '' ? (sort.success ? sort.data : plainVisits.sort) === 'date' : first(query['order']) === 'down',
    by: first(query['by']) === 'visitor' ? 'visitor' : 'district',
    year: Number.isInteger(year) && year >= 1900 && year <= 2200 ? year : null,
    group: schoolGroup.options.filter((group) => all(query['group']).includes(group)),
    visit: first(query['visit']) || null,
  }
}

/** Writes the address; what is as the page opens is not written. */
export function writeVisits(address: VisitsAddress): Record<string, string | string[]> {
  const { view, search, status, datePassed, visitor, kind, district, term, plannedForTerm, sort, descending, by, year, group, visit } = address
  return {
    ...(view !== 'all' && { view }),
    ...(search.trim() && { search: search.trim() }),
    ...(status.length > 0 && { status }),
    ...(datePassed && { passed: 'yes' }),
    ...(visitor.length > 0 && { visitor }),
    ...(kind.length > 0 && { kind }),
    ...(district.length > 0 && { district }),
    ...(term && { term }),
    ...(term && plannedForTerm && { planned: 'yes' }),
    ...(sort !== 'date' && { sort }),
    ...(descending !== (sort === 'date') && { order: descending ? 'down' : 'up' }),
    ...(by !== 'district' && { by }),
    ...(year !== null && { year: String(year) }),
    ...(group.length > 0 && { group }),
    ...(visit && { visit }),
  }
}

/** What a saved view keeps of the list: filters and order, without the words that are looked for and the visit that is open. */
export function viewQueryOf({ status, datePassed, visitor, kind, district, term, plannedForTerm, sort, descending }: VisitsAddress): Record<string, string | string[]> {
  return writeVisits({ ...plainVisits, status, datePassed, visitor, kind, district, term, plannedForTerm, sort, descending })
}

/** The question to the core. */
export function visitFilterOf(address: VisitsAddress): VisitFilter {
  return {
    ...(address.search.trim() && { search: address.search.trim() }),
    ...(address.status.length > 0 && { status: address.status }),
    ...(address.datePassed && { datePassed: true }),
    ...(address.visitor.length > 0 && { visitor: address.visitor }),
    ...(address.kind.length > 0 && { kind: address.kind }),
    ...(address.district.length > 0 && { district: address.district.map((district) => (district === NOT_RECORDED ? null : district)) }),
    ...(address.term && { term: address.term, ...(address.plannedForTerm && { plannedForTerm: true }) }),
  }
}

function all(value: LocationQuery[string] | undefined): string[] {
  const values = Array.isArray(value) ? value : [value]
  return values.flatMap((one) => (one ? [one] : []))
}

function first(value: LocationQuery[string] | undefined): string {
  return all(value)[0] ?? ''
}
