import type { LocationQuery, LocationQueryRaw } from 'vue-router'
import { civilDate } from '../../../src-main/api/base.ts'
import type { SaidKind } from '../../../src-main/api/search.ts'

export const kinds = ['item', 'minute', 'decision', 'action', 'version'] as const satisfies readonly SaidKind[]

/** An option's value must not be empty; no body is called this. */
export const ANY = 'any'

/** What is sought, and how it is narrowed; it lives in the address, so that a link and the way back find the same. */
export interface SearchAddress {
  words: string
  bodyId: string
  from: string | null
  to: string | null
  urn: string | null
  kinds: SaidKind[]
  sort: 'relevance' | 'date'
}

/** Reads an address; what it does not know or cannot mean is left out. */
export function readSearch(query: LocationQuery): SearchAddress {
  const text = (name: string) => (typeof query[name] === 'string' ? query[name] : '')
  const date = (name: string) => civilDate.safeParse(query[name]).data ?? null
  return {
    words: text('words').slice(0, 200),
    bodyId: text('body') || ANY,
    from: date('from'),
    to: date('to'),
    urn: /^\d{6}$/.test(text('school')) ? text('school') : null,
    kinds: kinds.filter((kind) => text('kinds').split(',').includes(kind)),
    sort: query['sort'] === 'date' ? 'date' : 'relevance',
  }
}

/** Writes the address; what is as the page opens is not written. */
export function writeSearch({ words, bodyId, from, to, urn, kinds: chosen, sort }: SearchAddress): LocationQueryRaw {
  return {
    ...(words.trim() && { words: words.trim() }),
    ...(bodyId !== ANY && { body: bodyId }),
    ...(from !== null && { from }),
    ...(to !== null && { to }),
    ...(urn !== null && { school: urn }),
    ...(chosen.length > 0 && { kinds: chosen.join(',') }),
    ...(sort !== 'relevance' && { sort }),
  }
}
