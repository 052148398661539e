import { describe, expect, it } from 'vitest'
import { emptyRichText } from '../api/richtext.ts'
import { auditCommitteePaper, auditCommitteeTitle } from './audit-committee.ts'
import type { ListChild, PaperBlock, PaperTable } from './model.ts'
import { PORTRAIT_TEXT_WIDTH } from './model.ts'
import { sampleContent, sampleFigure } from './testing/sample-content.ts'
import { standingWording } from './wording.ts'

const tablesOf = (blocks: readonly PaperBlock[]): PaperTable[] => blocks.filter((block) => block.kind === 'table')

/** All that the narrative says, a line a paragraph. */
function textOf(blocks: readonly PaperBlock[]): string {
  const line = (child: ListChild): string =>
    child.kind === 'list' ? child.items.flatMap((item) => item.children.map(line)).join('\n') : child.runs.map((run) => (run.kind === 'text' ? run.text : '\n')).join('')
  return blocks.flatMap((block) => (block.kind === 'paragraph' || block.kind === 'list' ? [line(block)] : [])).join('\n')
}

describe('the audit committee paper in the short layout', () => {
  const paper = auditCommitteePaper(sampleContent)

  it('has the title line and the three sections of the 2016 paper', () => {
    expect(paper.title).toBe('Audit Committee 21 June 2016: Birmingham Education Partnership')
    expect(paper.blocks[0]).toEqual({ kind: 'title', text: paper.title })
    expect(paper.blocks.flatMap((block) => (block.kind === 'heading' ? [block.text] : []))).toEqual([
      'Introduction and Background',
      'What have we done so far?',
      'Next steps and what the Council will do to hold BEP to account',
    ])
  })

  it('names its author, subject and date for the file', () => {
    expect(paper).toMatchObject({ author: 'Birmingham City Council', subject: 'Paper for the Audit Committee on 21 June 2016, figures as at 21 June 2016', classification: 'PUBLIC', createdOn: '2016-06-13' })
  })

  it('shows each figure with number, out of, per cent and as at', () => {
    const [values] = tablesOf(paper.blocks)
    expect(values).toMatchObject({ caption: 'Figures as at 21 June 2016', columns: [{ header: 'Measure' }, { header: 'Number' }, { header: 'Out of' }, { header: 'Per cent' }, { header: 'As at' }] })
    expect(values?.rows[0]).toEqual(['Maintained schools visited', '252', '290', '87%', '21 June 2016'])
    expect(values?.rows[4]).toEqual(['Rounds of District Strategy Groups held', '3', 'Not applicable', 'Not applicable', '21 June 2016'])
  })

  it('says how each figure was counted', () => {
    const counting = tablesOf(paper.blocks)[1]
    expect(counting).toMatchObject({ caption: 'How each figure was counted', columns: [{ header: 'Measure' }, { header: 'How it was counted' }] })
    expect(counting?.rows).toEqual(sampleContent.figures.map((figure) => [figure.title, figure.howCounted]))
  })

  it('has tables as wide as the text and a cell for every column', () => {
    for (const table of tablesOf(paper.blocks)) {
      expect(table.columns.reduce((sum, column) => sum + column.width, 0)).toBe(PORTRAIT_TEXT_WIDTH)
      for (const row of table.rows) expect(row).toHaveLength(table.columns.length)
    }
  })

  it('stands the tables at the end of the second section', () => {
    const kinds = paper.blocks.map((block) => block.kind)
    expect(kinds.slice(kinds.indexOf('table'), kinds.lastIndexOf('heading') + 1)).toEqual(['table', 'table', 'heading'])
  })

  it('prints "Not recorded." in a section without narrative and where there are no figures', () => {
    const sections = sampleContent.sections.map((section) => ({ ...section, document: emptyRichText }))
    const { blocks } = auditCommitteePaper({ ...sampleContent, sections, figures: [] })
    expect(textOf(blocks).match(/Not recorded\./g)).toHaveLength(4)
    expect(tablesOf(blocks)).toEqual([])
  })

  it('never prints 0% of nothing', () => {
    const figures = [sampleFigure('visited', 'academy', 0, 0)]
    const { blocks } = auditCommitteePaper({ ...sampleContent, sections: [{ key: 'done', heading: 'Done', document: emptyRichText }], figures })
    expect(tablesOf(blocks)[0]?.rows).toEqual([['Academies visited', '0', '0', 'Not applicable', '21 June 2016']])
  })

  it('uses the names of the workspace’s own council and provider', () => {
    const text = 'XCC asked YSP.'
    const sections = [{ key: 'next', heading: 'Next', document: { type: 'doc' as const, content: [{ type: 'paragraph' as const, content: [{ type: 'text' as const, text }] }] } }]
    const { blocks } = auditCommitteePaper({ ...sampleContent, sections, council: { name: 'Exshire County Council', abbreviation: 'XCC' }, provider: { name: 'Why School Partnership', abbreviation: 'YSP' } })
    expect(textOf(blocks)).toContain('Exshire County Council (XCC) asked Why School Partnership (YSP).')
  })
})

describe('the sample’s narrative', () => {
  const words = textOf(auditCommitteePaper(sampleContent).blocks)

  it('shows the figures of the paper live, not typed', () => {
    for (const text of ['87% of maintained schools and 66% of academies', 'The number of rounds of meetings held so far is three', '82% of maintained schools', '78 maintained schools']) expect(words).toContain(text)
    expect(JSON.stringify(sampleContent.sections)).not.toMatch(/\d%|\b78\b/)
  })

  it.each([
    'Trojan Horse', 'improvement plan', 'custodianship of education', 'Education Quartet', 'Education Commissioner', '1 December 2014', 'Cabinet', 'March 2015',
    'Education and Schools Strategy and Improvement Plan', '2015/16', 'vulnerable schools', 'Schools Causing Concern', 'Deputy Education Commissioner', '1 September 2015',
    'Business Plan', 'April 2015', 'director of continuous school improvement', 'District Leads', 'data manager', 'July 2016',
    '8 February, 22 February and 9 May 2016', 'stocktake', 'District Strategy Groups (DSGs)', 'organisational structure', 'packages of support', 'cross-cutting group',
    'Education Assistant Directors', 'Education Improvement Group', 'Regional Schools Commissioner', 'Ofsted', 'Department for Education', 'suitable rate',
    'Intelligent Client Function (ICF)', 'quality assurance (QA)', 'Local Authority School Improvement (LASI)', '3 February 2016', 'inspection', 'summer term 2016',
    'Contract Management Group (CMG)', '10 May 2016', 'indicators', 'compliance', 'workforce', 'Outcomes', 'Outputs', 'expenditure', '19 July 2016', 'pilot', 'April 2016',
  ])('carries “%s” of the 2016 paper', (noun) => {
    expect(words).toContain(noun)
  })

})

describe('standing wording', () => {
  const names = { council: 'XCC', provider: 'YSP', contractStart: '1 April 2024' }
  const sections = standingWording('short', names)

  it('speaks of the workspace’s own contract and leaves no gap to fill', () => {
    expect(sections.map((section) => section.heading).at(-1)).toBe('Next steps and what the Council will do to hold YSP to account')
    const text = JSON.stringify(sections.map((section) => section.document))
    for (const word of ['XCC', 'YSP', '1 April 2024']) expect(text).toContain(word)
    expect(text).not.toMatch(/\{[a-z]+\}|\[[A-Za-z ]+\]|TBC|Birmingham|BCC|BEP|2016/i)
  })

  it('shows its figures live, not typed', () => {
    const { blocks } = auditCommitteePaper({ ...sampleContent, sections })
    for (const text of ['87% of maintained schools and 66% of academies', 'held so far is three', '82% of maintained schools', 'a package of support is 78.']) expect(textOf(blocks)).toContain(text)
    expect(JSON.stringify(sections)).not.toMatch(/\d%|\b78\b/)
  })

  it('reads right whatever a figure counts, also one', () => {
    const figures = [...sampleContent.figures.filter(({ id }) => id !== 'dsgRounds' && id !== 'packagesRequired'), sampleFigure('dsgRounds', null, 1, null), sampleFigure('packagesRequired', 'maintained', 1, null)]
    const text = textOf(auditCommitteePaper({ ...sampleContent, sections, figures }).blocks)
    expect(text).toContain('held so far is one, and')
    expect(text).toContain('a package of support is 1.')
    expect(text).not.toMatch(/\b(one|1) [a-z ]*(rounds|schools)/)
  })

  it('makes the title line from the date and the provider', () => {
    expect(auditCommitteeTitle('2017-03-07', 'Why School Partnership')).toBe('Audit Committee 7 March 2017: Why School Partnership')
  })
})
