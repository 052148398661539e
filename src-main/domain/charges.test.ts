import fc from 'fast-check'
import { expect, test } from 'vitest'
import { chargeStatus } from '../api/charging.ts'
import { chargeOn, moveCharge, totalsByTerm, type ChargeEventFact } from './charges.ts'

const event = (kind: ChargeEventFact['kind'], date: string): ChargeEventFact => ({ id: kind, kind, date, agreedWith: kind === 'agreed' ? 'Head teacher' : null, reference: kind === 'invoiced' ? 'INV 7' : null, recordedAt: date })
const story = [event('invoiced', '2016-06-01'), event('raised', '2016-04-04'), event('agreed', '2016-05-03')]

test.each([
  ['2016-04-03', null],
  ['2016-04-04', { status: 'toBeAgreed', agreedOn: null, agreedWith: null, invoicedOn: null, reference: null }],
  ['2016-05-03', { status: 'agreed', agreedOn: '2016-05-03', agreedWith: 'Head teacher', invoicedOn: null, reference: null }],
  ['2016-06-01', { status: 'invoiced', agreedOn: '2016-05-03', agreedWith: 'Head teacher', invoicedOn: '2016-06-01', reference: 'INV 7' }],
])('the charge as on %s', (day, expected) => {
  expect(chargeOn(story, day)).toEqual(expected)
})

/** Every pair that is legal; the other four are refused. */
const LEGAL: Record<string, string> = { 'toBeAgreed agreed': 'agreed', 'agreed invoiced': 'invoiced' }

test.each(chargeStatus.options.flatMap((status) => (['agreed', 'invoiced'] as const).map((move) => [status, move] as const)))('a charge that is %s, %s', (status, move) => {
  const legal = LEGAL[`${status} ${move}`]
  if (legal !== undefined) expect(moveCharge(status, move)).toBe(legal)
  else expect(() => moveCharge(status, move)).toThrow(/^This charge is .*\. (Record|Take) .*\.$/)
})

const charge = fc.record({ workFrom: fc.constantFrom('2015-09-01', '2015-12-31', '2016-01-01', '2016-03-31', '2016-04-01', '2016-08-31'), status: fc.constantFrom(...chargeStatus.options), pence: fc.integer({ min: 1, max: 1_000_000 }) })

test('totals by term and status equal sums made by hand, whatever the charges', () => {
  const terms = { 'Autumn 2015': ['2015-09-01', '2015-12-31'], 'Spring 2016': ['2016-01-01', '2016-03-31'], 'Summer 2016': ['2016-04-01', '2016-08-31'] } as const
  fc.assert(
    fc.property(fc.array(charge, { maxLength: 20 }), (charges) => {
      const sum = (label: keyof typeof terms, status?: string) => charges.filter((one) => terms[label].some((date) => date === one.workFrom) && (status === undefined || one.status === status)).reduce((total, one) => total + one.pence, 0)
      const labels = (['Autumn 2015', 'Spring 2016', 'Summer 2016'] as const).filter((label) => sum(label) > 0)
      expect(totalsByTerm(charges).map(({ term, toBeAgreed, agreed, invoiced, total }) => [term, toBeAgreed, agreed, invoiced, total])).toEqual(
        labels.map((label) => [label, sum(label, 'toBeAgreed'), sum(label, 'agreed'), sum(label, 'invoiced'), sum(label)]),
      )
    }),
  )
})
