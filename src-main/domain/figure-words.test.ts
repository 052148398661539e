import { expect, test } from 'vitest'
import type { Figure } from '../api/figures.ts'
import { explain, explained } from './figure-words.ts'

const visited: Figure = {
  id: 'visited',
  group: 'maintained',
  numerator: 252,
  denominator: 290,
  percent: 87,
  text: '87%',
  asAt: '2016-06-21',
  from: '2015-09-01',
  settings: { carryOver: true, phasesLeftOut: [], contactKinds: ['visit'] },
  numeratorUrns: [],
  denominatorUrns: [],
}
const words = { provider: 'the provider' }

test.each<[Partial<Figure>, string, string]>([
  [
    {},
    'Maintained schools visited',
    'Maintained schools open on 21 June 2016 with at least one completed visit by the provider that counts, in person, since 1 September 2015. Visits made before a conversion count for the successor.',
  ],
  [
    { group: 'academy', settings: { carryOver: false, phasesLeftOut: ['Nursery', '16 plus'], contactKinds: ['meeting', 'visit', 'telephone'] } },
    'Academies visited',
    'Academies open on 21 June 2016 with at least one completed visit by the provider that counts, in person, by telephone or at a meeting, since 1 September 2015. Visits made before a conversion do not count for the successor. Phases left out: Nursery and 16 plus.',
  ],
  [
    { id: 'dsgCoverage' },
    'Maintained schools reached by District Strategy Groups',
    'Maintained schools open on 21 June 2016 that attended at least one District Strategy Group meeting held since 1 September 2015. Attendance before a conversion counts for the successor.',
  ],
  [
    { id: 'dsgRounds', group: null },
    'Rounds of District Strategy Groups held',
    'The largest number of meetings that any one District Strategy Group held from 1 September 2015 to 21 June 2016.',
  ],
  [
    { id: 'dsgMeetings', group: null },
    'District Strategy Group meetings held',
    'District Strategy Group meetings held from 1 September 2015 to 21 June 2016, each group and date once.',
  ],
  [
    { id: 'packagesRequired', group: 'academy' },
    'Academies requiring packages',
    'Academies open on 21 June 2016 whose latest need judgement, dated on or before that day, says that a support package is required. Judgements made before a conversion count for the successor.',
  ],
])('%j', (change, title, howCounted) => {
  const figure = { ...visited, ...change }
  expect(explain(figure, words)).toEqual({ title, howCounted })
  expect(explained(figure, words)).toEqual({ ...figure, title, howCounted })
})
