import type { CivilDate } from '../../api/base.ts'
import { chanceFor } from './chance.ts'
import type { SamplePackage } from './packages.ts'
import type { SampleRecord } from './school-line.ts'
import type { SampleSeed } from './seed.ts'

export interface SampleConcern {
  record: SampleRecord
  category: string
  decidedOn: CivilDate
  to: CivilDate | null
  guidance: string
  source: string
  decidedBy: string
}

const NOTICE = 'Warning notice'
const JANUARY_2015 = 'Schools causing concern, January 2015'
const MARCH_2016 = 'Schools causing concern, March 2016'
/** From here on the guidance of March 2016 is followed, and "coasting" exists. */
const CHANGE: CivilDate = '2016-04-01'

/** Concerns of invented maintained schools that have a package; a warning notice for each that was escalated. */
export function sampleConcerns({ plan, support: { concerns } }: SampleSeed, packages: readonly SamplePackage[]): SampleConcern[] {
  const chance = chanceFor(plan.seed, 'concerns', plan.holidays)
  const decided = (record: SampleRecord, category: string, decidedOn: CivilDate, to: CivilDate | null): SampleConcern => ({
    record,
    category,
    decidedOn,
    to,
    guidance: decidedOn < CHANGE ? JANUARY_2015 : MARCH_2016,
    source: chance.pick(concerns.sources),
    decidedBy: chance.pick(concerns.decidedBy),
  })
  const notices = packages.flatMap(({ line, events }) => events.filter(({ kind }) => kind === 'escalated').map(({ date }) => decided(line.record, NOTICE, date, null)))
  const free = chance.shuffled(packages.filter(({ line, judgement, events }) => line.group === 'maintained' && line.featured === null && judgement.record === line.record && !events.some(({ kind }) => kind === 'escalated')))
  const dealt = concerns.dealt.flatMap(({ category, schools, ended }) =>
    free.splice(0, schools).map(({ line }, i) => {
      const day = category === 'Coasting' ? chance.workingDay(CHANGE, '2016-05-27') : chance.workingDay('2015-09-14', '2016-03-18')
      return decided(line.record, category, day, ended && i === schools - 1 ? chance.workingDay('2016-04-18', '2016-06-10') : null)
    }),
  )
  return [...notices, ...dealt]
}
