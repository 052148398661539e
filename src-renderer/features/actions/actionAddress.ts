import type { LocationQuery, LocationQueryRaw } from 'vue-router'
import { civilDate } from '../../../src-main/api/base.ts'

export const views = ['live', 'overdue', 'dueSoon', 'done', 'closed', 'all'] as const
export type View = (typeof views)[number]

/** An option's value must not be empty; no body and no owner is called this. */
export const ANY = 'any'

/** What the log shows, and as at which day; it lives in the address, so that a figure can open exactly its actions. */
export interface ActionAddress {
  view: View
  bodyId: string
  owner: string
  words: string
  /** Absent: today, as the core has it. */
  asAt?: string
  /** The first day of the period in which actions were done. Absent: the contract's start. */
  from?: string
  /** The action that is open beside the log. */
  id: string | null
}

/** Reads an address; what it does not know or cannot mean is left out. */
export function readActions(query: LocationQuery): ActionAddress {
  const text = (name: string) => (typeof query[name] === 'string' ? query[name] : '')
  const [asAt, from] = [civilDate.safeParse(query['asAt']), civilDate.safeParse(query['from'])]
  return {
    view: views.find((view) => view === query['view']) ?? 'live',
    bodyId: text('body') || ANY,
    owner: text('owner') || ANY,
    words: text('search').slice(0, 200),
    ...(asAt.success && { asAt: asAt.data }),
    ...(from.success && { from: from.data }),
    id: text('id') || null,
  }
}

/** Writes the address; what is as the log opens is not written. */
export function writeActions({ view, bodyId, owner, words, asAt, from, id }: ActionAddress): LocationQueryRaw {
  return {
    ...(view !== 'live' && { view }),
    ...(bodyId !== ANY && { body: bodyId }),
    ...(owner !== ANY && { owner }),
    ...(words.trim() && { search: words.trim() }),
    ...(asAt && { asAt }),
    ...(from && { from }),
    ...(id !== null && { id }),
  }
}
