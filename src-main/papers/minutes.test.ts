import { expect, it } from 'vitest'
import { minutesPaper } from './minutes.ts'
import { HOSTILE, judged } from './testing/judged.ts'
import { minutedItem, minutesContentOf, prose, sampleMinutes } from './testing/sample-minutes.ts'

const empty = { ...sampleMinutes, time: '', endedAt: '', place: '', attendance: [], declarations: [], items: [], otherActions: [], figures: [] }
const hostile = {
  ...sampleMinutes,
  place: HOSTILE,
  attendance: sampleMinutes.attendance.map((person) => ({ ...person, role: HOSTILE, organisation: '\uffff', standsInFor: HOSTILE })),
  declarations: [{ role: HOSTILE, itemNumber: null, kind: 'pecuniary' as const, interest: HOSTILE, withdrew: true }],
  items: [
    minutedItem(1, {
      title: HOSTILE,
      document: prose(HOSTILE, '\uffff'),
      decisions: [{ number: 'IQ 2016/1', text: HOSTILE, reasons: HOSTILE }],
      actions: [{ number: 'IQ/2016-05-09/1', text: '\uffff', owner: HOSTILE, due: '2016-06-10' }],
    }),
  ],
  figures: [],
}
const long = {
  ...sampleMinutes,
  items: Array.from({ length: 60 }, (_, i) =>
    minutedItem(i + 1, {
      title: `Item on ${'Llanfairpwllgwyngyllgogerychwyrndrobwllllantysiliogogogoch '.repeat((i % 4) + 1)}`,
      document: prose(...Array.from({ length: 6 }, () => 'The Quartet discussed the provider’s work in schools at some length. '.repeat(4))),
      actions: Array.from({ length: 4 }, (__, at) => ({ number: `IQ/2016-05-09/${i * 4 + at}`, text: 'Write to governors. '.repeat(8), owner: 'Provider director', due: '2016-06-10' })),
    }),
  ),
}

judged({
  'the sample minutes, a draft': minutesPaper(minutesContentOf(sampleMinutes)),
  'the sample minutes, agreed and public': minutesPaper(minutesContentOf(sampleMinutes, { standing: { kind: 'agreed', on: '2016-06-13', corrections: 'Item 1: everyone was welcomed' }, audience: 'public' })),
  'minutes with nothing in them': minutesPaper(minutesContentOf(empty)),
  'hostile minutes': minutesPaper(minutesContentOf(hostile)),
  'sixty items with 240 actions': minutesPaper(minutesContentOf(long)),
})

it('numbers its headings as the agenda does, an item that is withheld too', () => {
  const headings = (audience: 'full' | 'public') => minutesPaper(minutesContentOf(sampleMinutes, { audience })).blocks.flatMap((block) => (block.kind === 'heading' ? [block.text] : []))
  expect(headings('full')).toEqual(['Welcome and apologies', 'Minutes of the last meeting', 'Provider’s stocktake', 'Schools causing concern'])
  expect(headings('public')).toEqual(['Welcome and apologies', 'Minutes of the last meeting', 'Provider’s stocktake', 'Item withheld'])
})

it('says how it may be seen and how it stands', () => {
  const of = (more: Parameters<typeof minutesContentOf>[1], content = sampleMinutes) => {
    const { classification, marking } = minutesPaper(minutesContentOf(content, more))
    return [classification, marking]
  }
  const open = { ...sampleMinutes, items: sampleMinutes.items.slice(0, 3) }
  expect(of({})).toEqual(['NOT FOR PUBLICATION', 'Draft: subject to approval'])
  expect(of({ audience: 'public' })).toEqual(['PUBLIC', 'Draft: subject to approval'])
  expect(of({}, open)).toEqual(['PUBLIC', 'Draft: subject to approval'])
  expect(of({ standing: { kind: 'agreed', on: '2016-06-13', corrections: '' } }, open)).toEqual(['PUBLIC', undefined])
})
