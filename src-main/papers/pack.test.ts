import { strFromU8, unzipSync } from 'fflate'
import mammoth from 'mammoth'
import { afterEach, describe, expect, it, vi } from 'vitest'
import { Refusal } from '../domain/refusal.ts'
import { auditCommitteePaper } from './audit-committee.ts'
import type { PaperBlock, PaperDocument } from './model.ts'
import { plainParagraph } from './model.ts'
import { packPaper } from './pack.ts'
import { sampleContent } from './testing/sample-content.ts'

const sample = auditCommitteePaper(sampleContent)
const paperOf = (...blocks: PaperBlock[]): PaperDocument => ({ ...sample, blocks })

/** A part of a packed paper as text. */
async function partOf(paper: PaperDocument, path: string): Promise<string> {
  return strFromU8(unzipSync(await packPaper(paper))[path] ?? new Uint8Array())
}

async function htmlOf(paper: PaperDocument): Promise<string> {
  const { value } = await mammoth.convertToHtml({ buffer: Buffer.from(await packPaper(paper)) })
  return value
}

describe('a packed paper', () => {
  afterEach(() => vi.useRealTimers())

  it('is the same bytes on any day, because the hash of an issued paper is kept', async () => {
    vi.useFakeTimers({ toFake: ['Date'], now: new Date('2016-06-13T09:00:00Z') })
    const then = await packPaper(sample)
    vi.setSystemTime(new Date('2031-12-31T23:59:00Z'))
    const later = await packPaper(auditCommitteePaper(sampleContent))
    expect(Buffer.compare(then, later)).toBe(0)
    expect(Buffer.compare(then, await packPaper({ ...sample, createdOn: '2016-06-14' }))).not.toBe(0)
  })

  it('has its title, subject, author and date in the file’s properties', async () => {
    const core = await partOf({ ...sample, author: 'A & B <Council>' }, 'docProps/core.xml')
    expect(core).toContain('<dc:title>Audit Committee 21 June 2016: Birmingham Education Partnership</dc:title>')
    expect(core).toContain('<dc:creator>A &amp; B &lt;Council&gt;</dc:creator>')
    expect(core).toContain('<dc:subject>Paper for the Audit Committee on 21 June 2016, figures as at 21 June 2016</dc:subject>')
    expect(core).toContain('<dcterms:created xsi:type="dcterms:W3CDTF">2016-06-13T12:00:00Z</dcterms:created>')
    expect(core).toContain('<dcterms:modified xsi:type="dcterms:W3CDTF">2016-06-13T12:00:00Z</dcterms:modified>')
  })

  it('reads back as it was written', async () => {
    const html = await htmlOf(sample)
    expect(html).toContain('<h1>Introduction and Background</h1>')
    expect(html).toContain('<li>BEP has visited 87% of maintained schools and 66% of academies.</li>')
    expect(html).toContain('<strong>Contractual compliance:</strong> for example')
    expect(html).toContain('Table 1: Figures as at 21 June 2016')
    expect(html).toContain('Table 2: How each figure was counted')
    const [firstTable = ''] = /<table>.*?<\/table>/.exec(html) ?? []
    expect(firstTable.replace(/<\/?p>/g, '')).toContain('<tr><td>Maintained schools visited</td><td>252</td><td>290</td><td>87%</td><td>21 June 2016</td></tr>')
    expect(firstTable).toContain('<thead>')
  })

  it('asks nothing of Word: no field to update, no macro', async () => {
    const parts = unzipSync(await packPaper(sample))
    const all = Object.entries(parts).map(([path, bytes]) => path + strFromU8(bytes)).join('\n')
    expect(all).not.toMatch(/w:dirty|updateFields|vbaProject/)
    expect(strFromU8(parts['word/document.xml'] ?? new Uint8Array())).toContain('SEQ Table \\* ARABIC</w:instrText></w:r><w:r><w:fldChar w:fldCharType="separate"/></w:r><w:r><w:t xml:space="preserve">1</w:t>')
  })

  it('is A4 with margins of 2.54 cm, in British English, with running page numbers and the classification', async () => {
    const body = await partOf(sample, 'word/document.xml')
    expect(body).toMatch(/<w:pgSz w:w="11906" w:h="16838"/)
    expect(body).toMatch(/<w:pgMar w:top="1440" w:right="1440" w:bottom="1440" w:left="1440"/)
    expect(await partOf(sample, 'word/styles.xml')).toContain('<w:lang w:val="en-GB"')
    expect((await partOf(sample, 'word/header1.xml')).replace(/<[^>]*>/g, '')).toBe('PUBLIC')
    expect((await partOf(sample, 'word/footer1.xml')).replace(/<[^>]*>/g, '')).toBe('Page PAGE of NUMPAGESPUBLIC')
  })

  it('links the numbers of headings to their styles', async () => {
    const numbers = await partOf(sample, 'word/numbering.xml')
    const [, abstract = ''] = /(<w:abstractNum (?:(?!<w:abstractNum ).)*?<w:pStyle w:val="Heading1"\/>.*?<\/w:abstractNum>)/s.exec(numbers) ?? []
    expect([...abstract.matchAll(/<w:pStyle w:val="(\w+)"\/>.*?<w:lvlText w:val="([^"]+)"/gs)].map((match) => [match[1], match[2]])).toEqual([
      ['Heading1', '%1'],
      ['Heading2', '%1.%2'],
      ['Heading3', '%1.%2.%3'],
    ])
  })

  it('refuses to be without a title', async () => {
    await expect(packPaper({ ...sample, title: ' \u0007' })).rejects.toThrow(Refusal)
  })
})

describe('tables in Word', () => {
  const table: PaperBlock = {
    kind: 'table',
    caption: 'Things',
    description: 'What things there are',
    keepTogether: true,
    columns: [{ header: 'Name', width: 5_000, align: 'left' }, { header: 'Count', width: 1_500, align: 'right' }],
    rows: [['A', '1'], [' ', '\uffff']],
  }

  it('have widths, one repeating header row, rows that do not split, and alternative text', async () => {
    const body = await partOf(paperOf(table), 'word/document.xml')
    expect(body.match(/<w:gridCol w:w="\d+"\/>/g)).toEqual(['<w:gridCol w:w="5000"/>', '<w:gridCol w:w="1500"/>'])
    expect(body.match(/<w:tblHeader\/>/g)).toHaveLength(1)
    expect(body.match(/<w:cantSplit\/>/g)).toHaveLength(3)
    expect(body).toContain('<w:tblCaption w:val="Things"/><w:tblDescription w:val="What things there are"/></w:tblPr>')
    expect(body.match(/<w:pStyle w:val="TableNumber"\/>/g)).toHaveLength(2)
  })

  it('say "Not recorded" in a cell that is blank', async () => {
    expect((await htmlOf(paperOf(table))).match(/Not recorded/g)).toHaveLength(2)
  })

  it('are numbered in order', async () => {
    const html = await htmlOf(paperOf(table, plainParagraph('Between'), table))
    expect([...html.matchAll(/Table (\d)/g)].map((match) => match[1])).toEqual(['1', '2'])
  })
})

describe('lists in Word', () => {
  const list = (ordered: boolean, start: number, ...texts: string[]): PaperBlock => ({ kind: 'list', ordered, start, items: texts.map((text) => ({ children: [plainParagraph(text)] })) })
  const instancesOf = async (...blocks: PaperBlock[]): Promise<string[]> => {
    const body = await partOf(paperOf(...blocks), 'word/document.xml')
    return [...body.matchAll(/<w:numId w:val="(\d+)"\/>/g)].map((match) => match[1] ?? '')
  }

  it('each count anew, while bullets are all alike', async () => {
    const [a, b, c, d, e] = await instancesOf(list(true, 1, 'a', 'b'), list(true, 1, 'c'), list(false, 1, 'd'), list(false, 1, 'e'))
    expect(a).toBe(b)
    expect(c).not.toBe(a)
    expect(d).toBe(e)
  })

  it('begin where the officer began them', async () => {
    expect(await partOf(paperOf(list(true, 7, 'seven')), 'word/numbering.xml')).toMatch(/<w:lvl w:ilvl="0"[^>]*><w:start w:val="7"\/><w:numFmt w:val="decimal"\/>/)
  })

  it('hold further paragraphs and nested lists in their items', async () => {
    const nested: PaperBlock = { kind: 'list', ordered: true, start: 1, items: [{ children: [plainParagraph('one'), plainParagraph('more'), { kind: 'list', ordered: false, start: 1, items: [{ children: [plainParagraph('dot')] }] }] }] }
    const html = await htmlOf(paperOf(nested))
    expect(html).toContain('<ol><li>one')
    expect(html).toMatch(/more.*<ul><li>dot<\/li><\/ul>/)
  })
})
