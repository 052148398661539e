import type { Block, RichText } from '../api/richtext.ts'
import { emptyRichText } from '../api/richtext.ts'
import { auditCommitteePaper } from './audit-committee.ts'
import { listPaper } from './list-paper.ts'
import type { PaperDocument } from './model.ts'
import { plainParagraph } from './model.ts'
import { HOSTILE, judged } from './testing/judged.ts'
import { sampleContent, sampleFigure, sampleFigures } from './testing/sample-content.ts'

const text = (words: string): Block => ({ type: 'paragraph', content: [{ type: 'text', text: words }] })
const list = (type: 'bulletList' | 'orderedList', start: number, ...content: Block[]): Block => ({ type, attrs: { start }, content: [{ type: 'listItem', content }] })
const doc = (...content: Block[]): RichText => ({ type: 'doc', content })
const deep = Array.from({ length: 14 }).reduce<Block>((inner, _, depth) => list(depth % 2 === 0 ? 'bulletList' : 'orderedList', 1, text(`Level ${depth}`), inner), text('Innermost'))

const cases: Record<string, PaperDocument> = {
  'the sample paper': auditCommitteePaper(sampleContent),
  'hostile text everywhere': auditCommitteePaper({
    ...sampleContent,
    title: `Title ${HOSTILE}`,
    council: { name: HOSTILE, abbreviation: 'H' },
    sections: sampleContent.sections.map((section) => ({
      ...section,
      heading: section.heading + HOSTILE,
      document: doc(text(HOSTILE), { type: 'paragraph', content: [{ type: 'hardBreak' }, { type: 'text', text: HOSTILE, marks: [{ type: 'bold' }] }, { type: 'hardBreak' }] }, list('bulletList', 1, text(HOSTILE)), text('\uffff')),
    })),
    figures: sampleFigures.map((figure) => ({ ...figure, title: figure.title + HOSTILE, howCounted: '\uffff' })),
  }),
  'lists of every kind': auditCommitteePaper({
    ...sampleContent,
    sections: [{ key: 'next', heading: 'Lists', document: doc(deep, list('orderedList', 5, text('Five'), text('Five still')), list('orderedList', 1, text('One')), list('orderedList', -3, text('From zero')), list('orderedList', 99_999, text('Far')), text('After')) }],
  }),
  'empty narrative and no figures': auditCommitteePaper({ ...sampleContent, figures: [], sections: sampleContent.sections.map((section) => ({ ...section, document: emptyRichText })) }),
  'forty figures with long names': auditCommitteePaper({
    ...sampleContent,
    title: `Audit Committee 21 June 2016: ${'Birmingham Education Partnership and its many friends '.repeat(4)}`,
    figures: Array.from({ length: 40 }, (_, index) =>
      ({ ...sampleFigure('visited', index % 2 === 0 ? 'maintained' : 'academy', index * 1_000, 51_331), title: `Measure ${index} of Llanfairpwllgwyngyllgogerychwyrndrobwllllantysiliogogogoch`, howCounted: 'By hand. '.repeat(40) }),
    ),
    sections: sampleContent.sections.map((section) => (section.key === 'done' ? { ...section, document: emptyRichText } : section)),
  }),
  'a wide list that is not for publication, hostile throughout': listPaper({
    title: `Schools requiring packages ${HOSTILE}`,
    note: [HOSTILE, 'As at 21 June 2016'],
    columns: Array.from({ length: 12 }, (_, at) => ({ heading: at === 0 ? HOSTILE : `Heading number ${at}`, align: at % 3 === 0 ? 'right' : 'left' })),
    rows: Array.from({ length: 60 }, (_, row) => Array.from({ length: row === 5 ? 3 : 12 }, (__, at) => (at === row ? HOSTILE : `=1+${at} ${'Llanfairpwllgwyngyll'.repeat(at % 3)}`))),
    exempt: { sentence: 'Not for publication: exempt information.' },
    council: 'Birmingham City Council',
    createdOn: '2016-06-14',
  }),
  'a narrow list without rows': listPaper({ title: 'None', note: [], columns: [{ heading: 'DSG', align: 'left' }], rows: [], exempt: null, council: '', createdOn: '2016-06-14' }),
  'headings to the third level, ending in a table': {
    title: 'Three levels',
    author: 'Exshire County Council',
    subject: 'A test',
    classification: 'PUBLIC',
    createdOn: '2016-06-13',
    blocks: [
      { kind: 'heading', level: 1, text: 'One' },
      { kind: 'heading', level: 2, text: 'One point one' },
      { kind: 'heading', level: 3, text: '\u0007' },
      { kind: 'table', caption: '', description: '', keepTogether: true, columns: [{ header: '', width: 9_026, align: 'left' }], rows: [['  '], []] },
      plainParagraph('Between tables.'),
      { kind: 'table', caption: 'Last', description: 'x'.repeat(900), keepTogether: true, columns: [{ header: 'Column', width: 9_026, align: 'right' }], rows: [] },
    ],
  },
}

judged(cases)
