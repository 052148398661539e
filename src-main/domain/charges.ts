import type { CivilDate } from '../api/base.ts'
import type { Term } from '../api/settings.ts'
import type { Charge, ChargeStatus, TermTotal } from '../api/charging.ts'
import { refuse } from './refusal.ts'
import { termOf } from './terms.ts'

/** What a charge's story is made of. The first is `raised`. */
export interface ChargeEventFact {
  id: string
  kind: 'raised' | 'agreed' | 'invoiced'
  date: CivilDate
  agreedWith: string | null
  reference: string | null
  /** ISO UTC. */
  recordedAt: string
}

type ChargeStanding = Pick<Charge, 'status' | 'agreedOn' | 'agreedWith' | 'invoicedOn' | 'reference'>

/**
 * A charge as it stood on a day.
 *
 * @returns null where it had not been raised by then
 */
export function chargeOn(events: readonly ChargeEventFact[], day: CivilDate): ChargeStanding | null {
  const known = events.filter((event) => event.date <= day)
  if (!known.some((event) => event.kind === 'raised')) return null
  const agreed = known.find((event) => event.kind === 'agreed')
  const invoiced = known.find((event) => event.kind === 'invoiced')
  return {
    status: invoiced ? 'invoiced' : agreed ? 'agreed' : 'toBeAgreed',
    agreedOn: agreed?.date ?? null,
    agreedWith: agreed?.agreedWith ?? null,
    invoicedOn: invoiced?.date ?? null,
    reference: invoiced?.reference ?? null,
  }
}

/** Moves a charge (to be agreed → agreed → invoiced elsewhere), or refuses (`charge-move`) with what to do instead. */
export function moveCharge(status: ChargeStatus, move: 'agreed' | 'invoiced'): ChargeStatus {
  if (status === 'toBeAgreed' && move === 'agreed') return 'agreed'
  if (status === 'agreed' && move === 'invoiced') return 'invoiced'
  if (status === 'toBeAgreed') refuse('charge-move', 'This charge is still to be agreed. Record with whom it is agreed before its invoice.')
  if (status === 'agreed') refuse('charge-move', 'This charge is agreed already. Record its invoice, or take the agreement back first.')
  return refuse('charge-move', 'This charge is invoiced already. Take the invoice back first if that was a mistake.')
}

/** Sums of pence a term by status, in order of term; a term without charges has no row. */
export function totalsByTerm(charges: Iterable<Pick<Charge, 'workFrom' | 'status' | 'pence'>>, terms: readonly Term[] = []): TermTotal[] {
  const totals = new Map<CivilDate, TermTotal>()
  for (const { workFrom, status, pence } of charges) {
    const { from, title } = termOf(workFrom, terms)
    let total = totals.get(from)
    if (!total) totals.set(from, (total = { term: title, from, toBeAgreed: 0, agreed: 0, invoiced: 0, total: 0 }))
    total[status] += pence
    total.total += pence
  }
  return [...totals.values()].sort((a, b) => (a.from < b.from ? -1 : 1))
}
