import type { CivilDate, SchoolGroup } from '../../api/base.ts'
import { chanceFor } from './chance.ts'
import { recordOn, type SampleLine, type SampleRecord } from './school-line.ts'
import type { SampleSeed } from './seed.ts'

export interface SampleJudgement {
  record: SampleRecord
  decidedOn: CivilDate
  requires: boolean
  reason: string
  recordedAt: string
}

export interface SampleNeeds {
  judgements: SampleJudgement[]
  /** The schools whose latest judgement says that a package is required. */
  requiring: ReadonlySet<SampleLine>
}

const AUTUMN = { from: '2015-09-14', to: '2015-12-11' }
const SINCE = { from: '2016-02-01', to: '2016-05-27' }

/**
 * Dated judgements of need: every maintained school once in the autumn, some academies, and some minds changed in either
 * direction since. One school was judged twice on a day, so that the later recorded stands.
 */
export function sampleNeeds({ plan, needs }: SampleSeed, lines: readonly SampleLine[]): SampleNeeds {
  const chance = chanceFor(plan.seed, 'needs', plan.holidays)
  const judgements: SampleJudgement[] = []
  const requiring = new Set<SampleLine>()
  const judge = (line: SampleLine, requires: boolean, decidedOn: CivilDate, reason: string, time = '11:00') => {
    judgements.push({ record: recordOn(line, decidedOn), decidedOn, requires, reason, recordedAt: `${decidedOn}T${time}:00.000Z` })
  }
  const autumn = () => chance.workingDay(AUTUMN.from, AUTUMN.to)
  const since = () => chance.workingDay(SINCE.from, SINCE.to)

  const judgeGroup = (group: SchoolGroup) => {
    const own = lines.filter((line) => line.group === group)
    const featured = own.filter((line) => line.featured?.required)
    const converted = chance.shuffled(own.filter(({ conversion }) => conversion !== null && conversion.opened > SINCE.from)).slice(0, 3)
    const rest = chance.shuffled(own.filter((line) => line.featured === null && !converted.includes(line)))
    const required = [...featured, ...converted, ...rest.splice(0, plan.required[group] - featured.length - converted.length)]
    const noLonger = rest.splice(0, plan.required.noLonger[group])
    const later = group === 'maintained' ? required.slice(-plan.required.later) : []
    const twice = group === 'maintained' ? required.at(-plan.required.later - 1) : undefined
    for (const line of required) {
      requiring.add(line)
      if (line === twice) {
        const day = autumn()
        judge(line, false, day, needs.sameDay.first, '09:30')
        judge(line, true, day, needs.sameDay.second, '16:10')
      } else if (later.includes(line)) {
        judge(line, false, autumn(), chance.pick(needs.notRequired))
        judge(line, true, since(), chance.pick(needs.later))
      } else {
        judge(line, true, line.featured?.judgedOn ?? autumn(), line.featured?.reason ?? chance.pick(needs.required))
      }
    }
    for (const line of noLonger) {
      judge(line, true, autumn(), chance.pick(needs.required))
      judge(line, false, since(), chance.pick(needs.noLonger))
    }
    const others = own.filter((line) => !required.includes(line) && !noLonger.includes(line))
    for (const line of others) if (group === 'maintained' || chance.happens(15)) judge(line, false, autumn(), chance.pick(needs.notRequired))
  }
  judgeGroup('maintained')
  judgeGroup('academy')
  return { judgements: judgements.sort((a, b) => (a.recordedAt + a.record.urn < b.recordedAt + b.record.urn ? -1 : 1)), requiring }
}
