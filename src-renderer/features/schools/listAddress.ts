import type { LocationQuery } from 'vue-router'
import { schoolSort, type SchoolFilter, type SchoolOrder, type SchoolSort } from '../../../src-main/api/schools.ts'

/** In the address, and in a filter's choices: the records for which nothing is recorded. */
export const NOT_RECORDED = 'not-recorded'

const groups = ['maintained', 'academy', 'neither'] as const
export type GroupChoice = (typeof groups)[number]

/** What the list shows and in which order; it lives in the address, so that it can be kept, sent and stepped back to. */
export interface ListAddress {
  search: string
  onlyOpen: boolean
  status: string[]
  group: GroupChoice[]
  phase: string[]
  type: string[]
  district: string[]
  ward: string[]
  trust: string[]
  notVisited: boolean
  requiresPackage: boolean
  sort: SchoolSort
  descending: boolean
  /** What puts in order where the first sort holds schools equal. */
  then: SchoolOrder | null
  /** The saved view that was opened, if any. */
  view: string | null
}

/** What narrows the list beside the words that are looked for. */
export type ListFilters = Omit<ListAddress, 'search' | 'sort' | 'descending' | 'then' | 'view'>

/** The list as it opens: every open school, by name. */
export const plainList: ListAddress = {
  search: '',
  onlyOpen: true,
  status: [],
  group: [],
  phase: [],
  type: [],
  district: [],
  ward: [],
  trust: [],
  notVisited: false,
  requiresPackage: false,
  sort: 'name',
  descending: false,
  then: null,
  view: null,
}

/** A list without its filters; the words looked for and the order stay. */
export function unfiltered({ search, sort, descending, then, view }: ListAddress): ListAddress {
  return { ...plainList, search, sort, descending, then, view }
}

/** The unmapped schools: maintained schools and academies without a district; those in neither group need none. */
export const unmapped: Pick<ListAddress, 'group' | 'district'> = { group: ['maintained', 'academy'], district: [NOT_RECORDED] }

export function showsUnmapped({ group, district }: Pick<ListAddress, 'group' | 'district'>): boolean {
  return group.join() === unmapped.group.join() && district.join() === unmapped.district.join()
}

/** Reads an address; what it does not know or cannot mean is left out. */
export function readAddress(query: LocationQuery): ListAddress {
  const sort = schoolSort.safeParse(first(query['sort']))
  const then = schoolSort.safeParse(first(query['then']))
  return {
    search: first(query['search']).slice(0, 200),
    onlyOpen: first(query['open']) !== 'no',
    status: first(query['open']) === 'no' ? all(query['status']) : [],
    group: groups.filter((group) => all(query['group']).includes(group)),
    phase: all(query['phase']),
    type: all(query['type']),
    district: all(query['district']),
    ward: all(query['ward']),
    trust: all(query['trust']),
    notVisited: first(query['visited']) === 'no',
    requiresPackage: first(query['package']) === 'yes',
    sort: sort.success ? sort.data : plainList.sort,
    descending: first(query['order']) === 'down',
    then: then.success ? { sort: then.data, descending: first(query['thenorder']) === 'down' } : null,
    view: first(query['view']) || null,
  }
}

/** The filters of an address by themselves. */
export function filtersOf({ onlyOpen, status, group, phase, type, district, ward, trust, notVisited, requiresPackage }: ListAddress): ListFilters {
  return { onlyOpen, status, group, phase, type, district, ward, trust, notVisited, requiresPackage }
}

/** Writes the address; what is as the list opens is not written. */
export function writeAddress(address: ListAddress): Record<string, string | string[]> {
  const { search, onlyOpen, status, group, phase, type, district, ward, trust, notVisited, requiresPackage, sort, descending, then, view } = address
  return {
    ...(search.trim() && { search: search.trim() }),
    ...(!onlyOpen && { open: 'no' }),
    ...(!onlyOpen && status.length > 0 && { status }),
    ...(group.length > 0 && { group }),
    ...(phase.length > 0 && { phase }),
    ...(type.length > 0 && { type }),
    ...(district.length > 0 && { district }),
    ...(ward.length > 0 && { ward }),
    ...(trust.length > 0 && { trust }),
    ...(notVisited && { visited: 'no' }),
    ...(requiresPackage && { package: 'yes' }),
    ...(sort !== plainList.sort && { sort }),
    ...(descending && { order: 'down' }),
    ...(then && { then: then.sort, ...(then.descending && { thenorder: 'down' }) }),
    ...(view !== null && { view }),
  }
}

/** What a saved view keeps of it: filters and order, without the words that are looked for at the moment. */
export function viewQuery(address: ListAddress): Record<string, string | string[]> {
  return writeAddress({ ...address, search: '', view: null })
}

/** The order as the core is asked for it. */
export function orderOf({ sort, descending, then }: ListAddress): SchoolOrder & { then?: SchoolOrder } {
  return { sort, descending, ...(then && { then }) }
}

/** The question for what a search over open schools leaves out; null where the list holds back none. */
export function notOpenFilterOf(address: ListAddress): SchoolFilter | null {
  return address.onlyOpen && address.search.trim() !== '' ? { ...filterOf(address), open: false } : null
}

/** The question to the core. */
export function filterOf(address: ListAddress): SchoolFilter {
  return {
    ...(address.search.trim() && { search: address.search.trim() }),
    ...(address.onlyOpen && { open: true }),
    ...(!address.onlyOpen && address.status.length > 0 && { status: address.status }),
    ...(address.group.length > 0 && { group: address.group }),
    ...(address.phase.length > 0 && { phase: address.phase.map(recorded) }),
    ...(address.type.length > 0 && { type: address.type.map(recorded) }),
    ...(address.district.length > 0 && { district: address.district.map((district) => recorded(district) || null) }),
    ...(address.ward.length > 0 && { ward: address.ward.map(recorded) }),
    ...(address.trust.length > 0 && { trust: address.trust.map(recorded) }),
    ...(address.notVisited && { visited: false }),
    ...(address.requiresPackage && { requiresPackage: true }),
  }
}

/** A choice as the core knows it: there, empty text is what is not recorded. */
function recorded(choice: string): string {
  return choice === NOT_RECORDED ? '' : choice
}

function all(value: LocationQuery[string] | undefined): string[] {
  const values = Array.isArray(value) ? value : [value]
  return values.flatMap((one) => (one ? [one] : []))
}

function first(value: LocationQuery[string] | undefined): string {
  return all(value)[0] ?? ''
}
