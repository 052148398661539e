import { z } from 'zod'
import { change, civilDate, procedure, rowChange, rowId, urn, words } from './base.ts'
import { days, pence } from './support.ts'

/** How a charge stands; Quartet writes no invoices, it keeps the reference of one made elsewhere. */
export const chargeStatus = z.enum(['toBeAgreed', 'agreed', 'invoiced'])
export type ChargeStatus = z.infer<typeof chargeStatus>

/** With whom a rate is agreed: the school itself, or the Regional Schools Commissioner for its academies. */
export const rateParty = z.enum(['school', 'regionalSchoolsCommissioner'])
export type RateParty = z.infer<typeof rateParty>

export const rateEntry = z.object({
  name: words(120, 'Name the rate'),
  /** Pence a day. */
  pence,
  agreedWith: rateParty,
  from: civilDate,
  /** The last day on which it holds; null while it is open. */
  to: civilDate.nullable(),
})
export type RateEntry = z.infer<typeof rateEntry>

export const rate = rateEntry.extend({ id: rowId, charges: z.number().int() })
export type Rate = z.infer<typeof rate>

export const charge = z.object({
  id: rowId,
  packageId: rowId,
  packageTitle: z.string(),
  urn,
  schoolName: z.string(),
  /** The day from which the work is charged; its term is the charge's term. */
  workFrom: civilDate,
  term: z.string(),
  termFrom: civilDate,
  basis: z.enum(['days', 'fixed']),
  days: z.number().nullable(),
  rate: z.string().nullable(),
  /** Pence a day, as the rate stood when the charge was recorded. */
  ratePence: z.number().int().nullable(),
  pence: z.number().int(),
  note: z.string(),
  status: chargeStatus,
  agreedOn: civilDate.nullable(),
  agreedWith: z.string().nullable(),
  invoicedOn: civilDate.nullable(),
  reference: z.string().nullable(),
})
export type Charge = z.infer<typeof charge>

export const chargeEntry = z.discriminatedUnion('basis', [
  z.object({ packageId: rowId, workFrom: civilDate, basis: z.literal('days'), days, rateId: rowId, note: z.string().trim().max(500).default('') }),
  z.object({ packageId: rowId, workFrom: civilDate, basis: z.literal('fixed'), pence, note: z.string().trim().max(500).default('') }),
])
export type ChargeEntry = z.infer<typeof chargeEntry>

/** Pence of one term by status, and in all. */
export const termTotal = z.object({ term: z.string(), from: civilDate, toBeAgreed: z.number().int(), agreed: z.number().int(), invoiced: z.number().int(), total: z.number().int() })
export type TermTotal = z.infer<typeof termTotal>

export const charging = {
  rates: procedure.output(z.array(rate)),
  addRate: procedure.input(rateEntry).output(rowChange),
  /** A rate by which something was charged keeps its sum: it can be renamed and ended only. */
  changeRate: procedure.input(rateEntry.extend({ id: rowId })).output(rowChange),
  deleteRate: procedure.input(z.object({ id: rowId })).output(change),
  /** Charges as at a day (default: today) with their totals, and academies' packages for which nothing is charged yet. */
  list: procedure.input(z.object({ asAt: civilDate.optional(), packageId: rowId.optional() }).default({})).output(
    z.object({
      asAt: civilDate,
      rows: z.array(charge),
      totals: z.array(termTotal),
      uncharged: z.array(z.object({ packageId: rowId, packageTitle: z.string(), urn, schoolName: z.string(), since: civilDate, converted: z.boolean() })),
    }),
  ),
  record: procedure.input(chargeEntry).output(rowChange),
  agree: procedure.input(z.object({ id: rowId, date: civilDate, agreedWith: words(160, 'Say who agreed it, by role') })).output(rowChange),
  invoice: procedure.input(z.object({ id: rowId, date: civilDate, reference: words(80, 'Give the reference of the invoice') })).output(rowChange),
  /** Takes the latest step of a charge away: invoiced becomes agreed, agreed becomes to be agreed. */
  stepBack: procedure.input(z.object({ id: rowId })).output(rowChange),
  delete: procedure.input(z.object({ id: rowId })).output(change),
}
