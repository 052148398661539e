import type { CivilDate } from '../../api/base.ts'
import { chanceFor } from './chance.ts'
import type { SamplePackage } from './packages.ts'
import type { SampleSeed } from './seed.ts'

export interface SampleCharge {
  /** Its place among the packages. */
  of: number
  workFrom: CivilDate
  halfDays: number
  /** Its place among the seed's rates. */
  rate: number
  agreedOn: CivilDate | null
  agreedWith: string
  invoicedOn: CivilDate | null
}

/** The first days of work that a term's charge is for. */
const TERMS: readonly { from: CivilDate; to: CivilDate; rate: number; agreed: CivilDate | null; invoiced: CivilDate | null }[] = [
  { from: '2015-09-01', to: '2015-12-31', rate: 0, agreed: '2016-01-11', invoiced: '2016-02-01' },
  { from: '2016-01-01', to: '2016-03-31', rate: 0, agreed: '2016-04-18', invoiced: '2016-05-16' },
  { from: '2016-04-01', to: '2016-08-31', rate: 1, agreed: null, invoiced: null },
]

/**
 * What academies are charged a term for the days worked: the autumn invoiced, the spring agreed and in part invoiced,
 * the summer still to be agreed. A package carried on at an academy is not charged yet: that is for the officer to do.
 */
export function sampleCharges({ plan }: SampleSeed, packages: readonly SamplePackage[]): SampleCharge[] {
  const chance = chanceFor(plan.seed, 'charges')
  return packages.flatMap((one, of) => {
    const throughout = one.judgement.record === one.line.record && (one.line.record.openDate ?? '') <= '2015-09-01'
    if (one.line.group !== 'academy' || !throughout) return []
    return TERMS.flatMap((term): SampleCharge[] => {
      const worked = one.days.filter(({ date }) => term.from <= date && date <= term.to)
      const [first] = worked
      if (!first || (term.agreed === null && chance.happens(35))) return []
      const invoiced = term.invoiced !== null && (term.rate === 0 && term.from < '2016-01-01' ? true : chance.happens(50))
      return [{ of, workFrom: first.date, halfDays: worked.reduce((sum, { halfDays }) => sum + halfDays, 0), rate: term.rate, agreedOn: term.agreed, agreedWith: 'Principal', invoicedOn: invoiced ? term.invoiced : null }]
    })
  })
}
