import type { CivilDate } from '../../api/base.ts'
import type { Charge, ChargeEntry, Rate, RateEntry } from '../../api/charging.ts'
import { penceForDays } from '../../api/money.ts'
import { all, build, first, run, type ChargeEventsTable, type ReadHandle, type WriteHandle } from '../../database/index.ts'
import { chargeOn, type ChargeEventFact } from '../../domain/charges.ts'
import { cleanText } from '../../domain/clean-text.ts'
import { termOf } from '../../domain/terms.ts'
import { readSettings } from '../settings/queries.ts'

/** Rates, the newest first, each with how many charges stand on it. */
export function listRates(db: ReadHandle): Rate[] {
  const used = new Map(
    all(db, build.selectFrom('charges').select(['rate_id as rateId', ({ fn }) => fn.countAll<number>().as('charges')]).where('rate_id', 'is not', null).groupBy('rate_id')).map((row) => [row.rateId, row.charges]),
  )
  const rows = all(db, build.selectFrom('charge_rates').select(['id', 'name', 'pence', 'agreed_with as agreedWith', 'valid_from as from', 'valid_to as to']).orderBy('valid_from', 'desc').orderBy('name'))
  return rows.map((row) => ({ ...row, charges: used.get(row.id) ?? 0 }))
}

export function findRate(db: ReadHandle, id: string): Rate | undefined {
  return listRates(db).find((rate) => rate.id === id)
}

function rateColumns({ name, pence, agreedWith, from, to }: RateEntry) {
  return { name: cleanText(name).trim(), pence, agreed_with: agreedWith, valid_from: from, valid_to: to }
}

export function insertRate(db: WriteHandle, entry: RateEntry): string {
  const id = db.newId()
  run(db, build.insertInto('charge_rates').values({ id, ...rateColumns(entry) }))
  return id
}

export function updateRate(db: WriteHandle, id: string, entry: RateEntry): void {
  run(db, build.updateTable('charge_rates').set(rateColumns(entry)).where('id', '=', id))
}

export function deleteRate(db: WriteHandle, id: string): void {
  run(db, build.deleteFrom('charge_rates').where('id', '=', id))
}

interface EventRow extends ChargeEventFact {
  chargeId: string
}

export function chargeEvents(db: ReadHandle): Map<string, EventRow[]> {
  const rows = all(db, build.selectFrom('charge_events').select(['id', 'charge_id as chargeId', 'kind', 'date', 'agreed_with as agreedWith', 'reference', 'recorded_at as recordedAt']).orderBy('date').orderBy('recorded_at').orderBy('id'))
  return Map.groupBy(rows, (event) => event.chargeId)
}

/** A charge without what only its package knows. */
export type ChargeRow = Omit<Charge, 'urn' | 'schoolName'>

/** Charges as they stood on a day, by the day from which work is charged; one raised later is left out. */
export function chargesOn(db: ReadHandle, day: CivilDate, scope: { packageId?: string; id?: string } = {}): ChargeRow[] {
  const events = chargeEvents(db)
  let query = build
    .selectFrom('charges')
    .innerJoin('support_packages as package', 'package.id', 'charges.package_id')
    .leftJoin('charge_rates as rate', 'rate.id', 'charges.rate_id')
    .select([
      'charges.id',
      'charges.package_id as packageId',
      'package.title as packageTitle',
      'charges.work_from as workFrom',
      'charges.basis',
      'charges.half_days as halfDays',
      'rate.name as rate',
      'charges.rate_pence as ratePence',
      'charges.pence',
      'charges.note',
    ])
    .orderBy('charges.work_from', 'desc')
    .orderBy('charges.id')
  if (scope.packageId !== undefined) query = query.where('charges.package_id', '=', scope.packageId)
  if (scope.id !== undefined) query = query.where('charges.id', '=', scope.id)
  const { terms } = readSettings(db)
  return all(db, query).flatMap(({ halfDays, ...row }): ChargeRow[] => {
    const standing = chargeOn(events.get(row.id) ?? [], day)
    const { title, from } = termOf(row.workFrom, terms)
    return standing ? [{ ...row, ...standing, days: halfDays === null ? null : halfDays / 2, term: title, termFrom: from }] : []
  })
}

/** Records a charge, to be agreed; the rate's sum is kept with it, so that a later rate moves nothing. */
export function insertCharge(db: WriteHandle, entry: ChargeEntry, rate: Rate | null, raisedOn: CivilDate): string {
  const id = db.newId()
  const common = { id, package_id: entry.packageId, work_from: entry.workFrom, note: cleanText(entry.note).trim() }
  if (entry.basis === 'days' && rate) {
    const halfDays = entry.days * 2
    run(db, build.insertInto('charges').values({ ...common, basis: 'days', half_days: halfDays, rate_id: rate.id, rate_pence: rate.pence, pence: penceForDays(halfDays, rate.pence) }))
  } else if (entry.basis === 'fixed') {
    run(db, build.insertInto('charges').values({ ...common, basis: 'fixed', half_days: null, rate_id: null, rate_pence: null, pence: entry.pence }))
  }
  insertChargeEvent(db, { charge_id: id, kind: 'raised', date: raisedOn, agreed_with: null, reference: null })
  return id
}

export function insertChargeEvent(db: WriteHandle, event: Pick<ChargeEventsTable, 'charge_id' | 'kind' | 'date' | 'agreed_with' | 'reference'>): void {
  const clean = (text: string | null) => (text === null ? null : cleanText(text).trim())
  run(db, build.insertInto('charge_events').values({ id: db.newId(), ...event, agreed_with: clean(event.agreed_with), reference: clean(event.reference), officer: db.officer, recorded_at: db.at }))
}

export function deleteChargeEvent(db: WriteHandle, chargeId: string, kind: 'agreed' | 'invoiced'): void {
  run(db, build.deleteFrom('charge_events').where('charge_id', '=', chargeId).where('kind', '=', kind))
}

export function deleteCharge(db: WriteHandle, id: string): void {
  run(db, build.deleteFrom('charge_events').where('charge_id', '=', id))
  run(db, build.deleteFrom('charges').where('id', '=', id))
}

/** The day on which a package was carried on at a successor, where it was. */
export function carriedOn(db: ReadHandle, packageId: string): CivilDate | null {
  return first(db, build.selectFrom('package_events').select('date').where('package_id', '=', packageId).where('kind', '=', 'carriedOn').orderBy('date', 'desc'))?.date ?? null
}
