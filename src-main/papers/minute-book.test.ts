import { strFromU8, unzipSync } from 'fflate'
import { expect, it } from 'vitest'
import { minuteBookPaper, type MinuteBookContent, type SignedMinutes } from './minute-book.ts'
import { packPaper } from './pack.ts'
import { HOSTILE, judged } from './testing/judged.ts'
import { minutedItem, prose, sampleMinutes } from './testing/sample-minutes.ts'

const spring: SignedMinutes = {
  content: { ...sampleMinutes, date: '2016-02-22', time: '', items: [minutedItem(1, { title: 'Welcome' })], otherActions: [], declarations: [], figures: [] },
  agreedOn: '2016-05-09',
  agreedWith: '',
  signedOn: '2016-05-09',
  signedBy: 'Education Commissioner (chair)',
  corrections: [],
}
const may: SignedMinutes = {
  content: sampleMinutes,
  agreedOn: '2016-06-13',
  agreedWith: 'Item 1: everyone was welcomed',
  signedOn: '2016-06-14',
  signedBy: 'Education Commissioner (chair)',
  corrections: [{ itemTitle: 'Provider’s stocktake', oldWords: 'Three DSG rounds', newWords: 'Two DSG rounds', on: '2016-06-13', exempt: false }],
}
const book = (more: Partial<MinuteBookContent> = {}): MinuteBookContent => ({
  bodyName: 'Education Quartet',
  year: 2016,
  signed: [spring, may],
  missing: ['13 June 2016: its minutes are circulated, but not agreed.', '11 July 2016: it was cancelled.'],
  audience: 'full',
  council: { name: 'Birmingham City Council', abbreviation: 'BCC' },
  provider: { name: 'Birmingham Education Partnership', abbreviation: 'BEP' },
  ...more,
})
const hostile: SignedMinutes = {
  ...may,
  content: { ...sampleMinutes, place: HOSTILE, items: [minutedItem(1, { title: HOSTILE, document: prose(HOSTILE, '\uffff') })], declarations: [], figures: [] },
  agreedWith: HOSTILE,
  signedBy: HOSTILE,
  corrections: [{ itemTitle: HOSTILE, oldWords: '\uffff', newWords: HOSTILE, on: '2016-06-13', exempt: false }],
}
const year = Array.from({ length: 26 }, (_, i): SignedMinutes => ({ ...may, content: { ...sampleMinutes, date: `2016-${String(Math.floor(i / 3) + 1).padStart(2, '0')}-${String((i % 3) * 9 + 1).padStart(2, '0')}` } }))

judged({
  'the minute book': minuteBookPaper(book()),
  'the public minute book': minuteBookPaper(book({ audience: 'public' })),
  'a book with nothing missing': minuteBookPaper(book({ missing: [] })),
  'a hostile minute book': minuteBookPaper(book({ signed: [hostile], missing: [HOSTILE], bodyName: HOSTILE })),
  'a book of 26 meetings': minuteBookPaper(book({ signed: year })),
})

it('begins each meeting on a page of its own, under the number that it has in the list in front', () => {
  const { blocks } = minuteBookPaper(book())
  const chapters = blocks.flatMap((block) => (block.kind === 'heading' && block.level === 1 ? [[block.text, block.newPage]] : []))
  expect(chapters).toEqual([['Meeting of 22 February 2016', true], ['Meeting of 9 May 2016, 14:00', true]])
  const front = blocks.find((block) => block.kind === 'table')
  expect(front?.rows).toEqual([
    ['1', '22 February 2016', 'Committee Room 2, Council House', '9 May 2016', '9 May 2016'],
    ['2', '9 May 2016', 'Committee Room 2, Council House', '13 June 2016', '14 June 2016'],
  ])
})

it('names the meetings that are missing, or says that none is', () => {
  const words = (more: Partial<MinuteBookContent>) => JSON.stringify(minuteBookPaper(book(more)).blocks)
  expect(words({})).toContain('13 June 2016: its minutes are circulated, but not agreed.')
  expect(words({ missing: [] })).toContain('No meeting of the year is missing from this book.')
})

it('holds nothing exempt anywhere in the public file', async () => {
  const canary = 'CANARY-77'
  const seeded: SignedMinutes = {
    ...may,
    content: {
      ...sampleMinutes,
      items: [
        minutedItem(1, { title: 'Welcome' }),
        minutedItem(2, {
          title: canary, document: prose(canary), paragraph: 3, publicInterest: canary, presenter: canary, outcome: 'noted',
          decisions: [{ number: 'IQ 2016/3', text: canary, reasons: canary }],
          actions: [{ number: 'IQ/2016-05-09/9', text: canary, owner: canary, due: '2016-06-10' }],
        }),
      ],
      declarations: [{ role: 'Executive Director', itemNumber: 2, kind: 'other', interest: canary, withdrew: true }],
      figures: [],
    },
    agreedWith: canary,
    corrections: [{ itemTitle: canary, oldWords: canary, newWords: canary, on: '2016-06-13', exempt: true }],
  }
  const partsWith = async (audience: 'full' | 'public') => {
    const parts = Object.entries(unzipSync(await packPaper(minuteBookPaper(book({ signed: [seeded], audience })))))
    return parts.filter(([, bytes]) => strFromU8(bytes).includes(canary)).map(([path]) => path)
  }
  expect(await partsWith('full')).toContain('word/document.xml')
  expect(await partsWith('public')).toEqual([])
})
