import mammoth from 'mammoth'
import { strFromU8, unzipSync } from 'fflate'
import { expect, it } from 'vitest'
import { listPaper, type ListContent } from './list-paper.ts'
import { LANDSCAPE_TEXT_WIDTH, PORTRAIT_TEXT_WIDTH } from './model.ts'
import { packPaper } from './pack.ts'

const list: ListContent = {
  title: 'Maintained schools not visited',
  note: ['As at 21 June 2016, since 1 September 2015.'],
  columns: [{ heading: 'School', align: 'left' }, { heading: 'Pupils', align: 'right' }],
  rows: [['Beacon Rise Primary', '1,204'], ['Barlow Rise Primary', '']],
  exempt: null,
  council: 'Birmingham City Council',
  createdOn: '2016-06-14',
}
const many = (count: number): ListContent => ({ ...list, columns: Array.from({ length: count }, (_, at) => ({ heading: `Heading ${at}`, align: 'left' })), rows: [Array.from({ length: count }, () => 'some words of a cell')] })
const widthsOf = (given: ListContent) => listPaper(given).blocks.flatMap((block) => (block.kind === 'table' ? block.columns.map(({ width }) => width) : []))

it('stands upright while its columns fit, and on its side when they do not; the widths fill the page', () => {
  expect(listPaper(list).page).toBe('portrait')
  expect(widthsOf(list).reduce((sum, width) => sum + width, 0)).toBe(PORTRAIT_TEXT_WIDTH)
  for (const count of [6, 12]) {
    expect(listPaper(many(count)).page).toBe('landscape')
    expect(widthsOf(many(count)).reduce((sum, width) => sum + width, 0)).toBe(LANDSCAPE_TEXT_WIDTH)
  }
})

it('breaks no short word, however long the texts beside it', () => {
  const long = 'St Alkmund’s Catholic Primary and Nursery School of Yardley and Hodge Hill'
  const [urn = 0, school = 0, state = 0] = widthsOf({
    ...many(3),
    columns: ['URN', 'School', 'After', 'Why', 'Before', 'Note'].map((heading) => ({ heading, align: 'left' })),
    rows: Array.from({ length: 20 }, () => ['900000', long, 'Counted', long, long, long]),
  })
  // 11 point Arial: a digit is some 122 twips wide, and a cell has 85 on either side.
  expect(urn).toBeGreaterThan(6 * 122 + 170)
  expect(state).toBeGreaterThan(7 * 122 + 170)
  expect(school).toBeGreaterThan(urn)
})

it('reads back: headings, what it is, the table, and what is not recorded', async () => {
  const { value } = await mammoth.convertToHtml({ buffer: Buffer.from(await packPaper(listPaper(list))) })
  expect(value).toContain('<h1>About this list</h1><p>As at 21 June 2016, since 1 September 2015.</p><p>Written on 14 June 2016. 2 rows.</p><h1>The list</h1>')
  expect(value).toContain('Table 1: Maintained schools not visited')
  expect(value.replace(/<\/?p>/g, '')).toContain('<tr><td>Barlow Rise Primary</td><td>Not recorded</td></tr>')
})

it('lies on A4 turned round, with the page number running at its foot', async () => {
  const parts = unzipSync(await packPaper(listPaper(many(8))))
  expect(strFromU8(parts['word/document.xml'] ?? new Uint8Array())).toMatch(/<w:pgSz w:w="16838" w:h="11906" w:orient="landscape"/)
  const footer = strFromU8(parts['word/footer1.xml'] ?? new Uint8Array())
  expect(footer).toContain('w:val="FooterWide"')
  expect(footer.replace(/<[^>]*>/g, '')).toBe('Page PAGE of NUMPAGESWORKING LIST')
})

it('says first of all, and on every page, that it is not for publication', () => {
  const paper = listPaper({ ...list, exempt: { sentence: 'Not for publication: it names schools.' } })
  expect(paper.classification).toBe('NOT FOR PUBLICATION')
  expect(paper.blocks[2]).toMatchObject({ kind: 'paragraph', runs: [{ text: 'Not for publication: it names schools.' }] })
})

it('has no table without rows', () => {
  expect(listPaper({ ...list, rows: [] }).blocks.map(({ kind }) => kind)).toEqual(['title', 'heading', 'paragraph', 'paragraph', 'heading', 'paragraph'])
})
