import type { CivilDate } from '../../api/base.ts'
import type { ChargeEntry, Rate } from '../../api/charging.ts'
import type { SupportPackage } from '../../api/support.ts'
import type { ReadHandle } from '../../database/index.ts'
import { moveCharge, totalsByTerm } from '../../domain/charges.ts'
import { formatDate } from '../../domain/date-words.ts'
import { refuse } from '../../domain/refusal.ts'
import { answer } from '../answer.ts'
import { packageOn } from '../../domain/package-standing.ts'
import { readSettings } from '../settings/queries.ts'
import { packageEvents, packageRows, packagesOn, schoolReader } from '../support/queries.ts'
import { carriedOn, chargesOn, deleteCharge, deleteChargeEvent, findRate, insertCharge, insertChargeEvent, type ChargeRow } from './queries.ts'
import { rates } from './rates.ts'

const EVER = '9999-12-31'

function chargeEver(db: ReadHandle, id: string): ChargeRow {
  return chargesOn(db, EVER, { id })[0] ?? refuse('no-such-charge', 'That charge is no longer there. It may have been deleted or undone since this page was opened.')
}

/** Academies are charged, maintained schools are not (DOMAIN.md): by what the school is on the day the work is charged from. */
function checkChargeable(db: ReadHandle, packageId: string, day: CivilDate): string {
  const [row] = packageRows(db, packageId)
  const standing = packageOn(packageEvents(db, packageId), day) ?? packageOn(packageEvents(db, packageId), EVER)
  if (!row || !standing) refuse('no-such-package', 'That package is no longer there. It may have been deleted or undone since this page was opened.')
  const reader = schoolReader(db)
  const id = standing.schoolId ?? row.schoolId
  const { name, closeDate } = reader.school(id)
  if (closeDate !== null && closeDate < day) refuse('closed', `${name} closed on ${formatDate(closeDate)}. Decide first what happens next with the package; carried on at an academy it is charged from then.`)
  const group = reader.group(id, day)
  if (group === 'maintained') refuse('not-charged', `${name} is maintained on ${formatDate(day)}, and maintained schools are not charged. If it becomes an academy, charge from that day.`)
  if (group === 'neither') refuse('not-charged', `${name} is no academy on ${formatDate(day)}, and only academies are charged.`)
  return name
}

function rateFor(db: ReadHandle, entry: ChargeEntry): Rate | null {
  if (entry.basis === 'fixed') return null
  const rate = findRate(db, entry.rateId) ?? refuse('no-such-rate', 'That rate is no longer there. Choose another.')
  if (entry.workFrom < rate.from || (rate.to !== null && entry.workFrom > rate.to)) {
    const until = rate.to === null ? '' : ` to ${formatDate(rate.to)}`
    refuse('rate-not-in-force', `The rate “${rate.name}” holds from ${formatDate(rate.from)}${until}. Choose a rate that holds on ${formatDate(entry.workFrom)}, or add one.`)
  }
  return rate
}

/** Packages at work in academies for which nothing is charged: from their start, or from the conversion in mid-package. */
function unchargedOn(db: ReadHandle, day: CivilDate) {
  const charged = new Set(chargesOn(db, EVER).map((charge) => charge.packageId))
  return packagesOn(db, day).flatMap(({ id, title, urn, schoolName, group, startedOn }) => {
    if (group !== 'academy' || startedOn === null || charged.has(id)) return []
    const converted = carriedOn(db, id)
    const since = converted !== null && converted > startedOn ? converted : startedOn
    return [{ packageId: id, packageTitle: title, urn, schoolName, since, converted: since === converted }]
  })
}

export const charging = {
  ...rates,

  list: answer.charging.list.handler(({ context, input }) => {
    const db = context.workspace.read
    const asAt = input.asAt ?? context.today
    const scope = input.packageId === undefined ? {} : { packageId: input.packageId }
    const byDay = new Map<CivilDate, Map<string, SupportPackage>>()
    const on = (day: CivilDate) => {
      const known = byDay.get(day) ?? new Map(packagesOn(db, day).map((one) => [one.id, one]))
      byDay.set(day, known)
      return known
    }
    const rows = chargesOn(db, asAt, scope).flatMap((row) => {
      // The school of the day of the work: a package that is carried on leaves its charges where they were made.
      const of = on(row.workFrom).get(row.packageId) ?? on(EVER).get(row.packageId)
      return of ? [{ ...row, urn: of.urn, schoolName: of.schoolName }] : []
    })
    const uncharged = unchargedOn(db, asAt).filter((one) => input.packageId === undefined || one.packageId === input.packageId)
    return { asAt, rows, totals: totalsByTerm(rows, readSettings(db).terms), uncharged }
  }),

  record: answer.charging.record.handler(({ context: { workspace, today }, input }) => {
    const school = checkChargeable(workspace.read, input.packageId, input.workFrom)
    const rate = rateFor(workspace.read, input)
    const sentence = `Charge for ${school} recorded, for work from ${formatDate(input.workFrom)}`
    const raisedOn = input.workFrom < today ? input.workFrom : today
    const { transactionId, result: id } = workspace.change(sentence, (db) => insertCharge(db, input, rate, raisedOn))
    return { transactionId, sentence, id }
  }),

  agree: answer.charging.agree.handler(({ context: { workspace }, input: { id, date, agreedWith } }) => {
    moveCharge(chargeEver(workspace.read, id).status, 'agreed')
    const sentence = `Charge agreed with ${agreedWith} on ${formatDate(date)}`
    const { transactionId } = workspace.change(sentence, (db) => insertChargeEvent(db, { charge_id: id, kind: 'agreed', date, agreed_with: agreedWith, reference: null }))
    return { transactionId, sentence, id }
  }),

  invoice: answer.charging.invoice.handler(({ context: { workspace }, input: { id, date, reference } }) => {
    moveCharge(chargeEver(workspace.read, id).status, 'invoiced')
    const sentence = `Charge invoiced elsewhere on ${formatDate(date)}: ${reference}`
    const { transactionId } = workspace.change(sentence, (db) => insertChargeEvent(db, { charge_id: id, kind: 'invoiced', date, agreed_with: null, reference }))
    return { transactionId, sentence, id }
  }),

  stepBack: answer.charging.stepBack.handler(({ context: { workspace }, input: { id } }) => {
    const { status } = chargeEver(workspace.read, id)
    if (status === 'toBeAgreed') refuse('nothing-to-take-back', 'This charge is still to be agreed, so there is nothing to take back. Delete it if it was a mistake.')
    const sentence = status === 'invoiced' ? 'Invoice of the charge taken back' : 'Agreement of the charge taken back'
    const { transactionId } = workspace.change(sentence, (db) => deleteChargeEvent(db, id, status))
    return { transactionId, sentence, id }
  }),

  delete: answer.charging.delete.handler(({ context: { workspace }, input: { id } }) => {
    const charge = chargeEver(workspace.read, id)
    if (charge.status !== 'toBeAgreed') refuse('charge-agreed', `This charge is ${charge.status === 'agreed' ? 'agreed' : 'invoiced'}, so it is kept. Take that back first if it was a mistake.`)
    const sentence = `Charge for “${charge.packageTitle}” deleted`
    const { transactionId } = workspace.change(sentence, (db) => deleteCharge(db, id))
    return { transactionId, sentence }
  }),
}
