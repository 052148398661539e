import { describe, expect, it } from 'vitest'
import { expandAbbreviations } from './abbreviations.ts'
import type { PaperBlock } from './model.ts'
import { plainParagraph } from './model.ts'
import { keptAbbreviations } from './wording.ts'

const kept = keptAbbreviations()

/** The texts of paragraphs after expansion, in order. */
function expanded(...texts: string[]): string[] {
  return expandAbbreviations(texts.map(plainParagraph), kept).map((block) =>
    block.kind === 'paragraph' ? block.runs.map((run) => (run.kind === 'text' ? run.text : '\n')).join('') : block.kind,
  )
}

describe('abbreviations', () => {
  it('are written out at their first use only', () => {
    expect(expanded('The CMG met on 10 May 2016.', 'The CMG meets again in July.')).toEqual([
      'The Contract Management Group (CMG) met on 10 May 2016.',
      'The CMG meets again in July.',
    ])
  })

  it('stay as the officer wrote them where they are introduced by hand', () => {
    for (const text of ['The Contract Management Group (CMG) met.', 'the City Council (BCC) was required to act', 'The CMG (Contract Management Group) met.', 'officers of both (BCC/BEP) met']) {
      expect(expanded(text, 'CMG, BCC and BEP met.')[0]).toBe(text)
    }
    expect(expanded('The Contract Management Group (CMG) met.', 'The CMG met again.')[1]).toBe('The CMG met again.')
    expect(expanded('the City Council (BCC) acted', 'BCC acted')[1]).toBe('BCC acted')
  })

  it('are expanded where the long form came before without its short form', () => {
    expect(expanded('The Contract Management Group met.', 'The CMG met again.')[1]).toBe('The Contract Management Group (CMG) met again.')
  })

  it('joined by a stroke are introduced as one, and alone where one is known', () => {
    expect(expanded('What have we (as BCC/BEP officers) done?')).toEqual(['What have we (as Birmingham City Council/Birmingham Education Partnership (BCC/BEP) officers) done?'])
    expect(expanded('For BCC.', 'For BCC/BEP alike.')[1]).toBe('For BCC/Birmingham Education Partnership (BEP) alike.')
  })

  it('keep plurals and possessives', () => {
    expect(expanded('Three DSGs met.', 'One DSG met.')).toEqual(['Three District Strategy Groups (DSGs) met.', 'One DSG met.'])
    expect(expanded('In BEP’s view it is so.')).toEqual(['In Birmingham Education Partnership’s (BEP’s) view it is so.'])
  })

  it('begin a sentence with a capital', () => {
    expect(expanded('QA takes place in June.')).toEqual(['Quality assurance (QA) takes place in June.'])
    expect(expanded('It went well. SI follows.')).toEqual(['It went well. School improvement (SI) follows.'])
    expect(expanded('The SI work')).toEqual(['The school improvement (SI) work'])
  })

  it('are not found inside other words', () => {
    expect(expanded('The BASIS, SITE, SI2 and pre-SI work of the BCCs-to-be')).toEqual(['The BASIS, SITE, SI2 and pre-SI work of the BCCs-to-be'])
  })

  it('are expanded in reading order through headings, lists and tables, but not in the title', () => {
    const blocks: PaperBlock[] = [
      { kind: 'title', text: 'A paper on BEP' },
      { kind: 'heading', level: 1, text: 'Holding BEP to account' },
      { kind: 'list', ordered: false, start: 1, items: [{ children: [plainParagraph('BEP and the DSG')] }] },
      { kind: 'table', caption: 'DSG and CMG', description: '', keepTogether: false, columns: [{ header: 'CMG', width: 100, align: 'left' }], rows: [['ICF'], ['ICF']] },
    ]
    expect(expandAbbreviations(blocks, kept)).toMatchObject([
      { text: 'A paper on BEP' },
      { text: 'Holding Birmingham Education Partnership (BEP) to account' },
      { items: [{ children: [{ runs: [{ text: 'BEP and the District Strategy Group (DSG)' }] }] }] },
      { caption: 'DSG and Contract Management Group (CMG)', columns: [{ header: 'CMG' }], rows: [['Intelligent Client Function (ICF)'], ['ICF']] },
    ])
  })

  it('are found across a change of look, and the look stays', () => {
    const bold = { kind: 'text' as const, bold: true, italic: false }
    const plain = { kind: 'text' as const, bold: false, italic: false }
    const blocks: PaperBlock[] = [{ kind: 'paragraph', runs: [{ ...plain, text: 'The C' }, { ...bold, text: 'MG and ' }, { kind: 'lineBreak' }, { ...bold, text: 'the QA' }] }]
    expect(expandAbbreviations(blocks, kept)).toEqual([
      {
        kind: 'paragraph',
        runs: [{ ...plain, text: 'The Contract Management Group (CMG)' }, { ...bold, text: ' and ' }, { kind: 'lineBreak' }, { ...bold, text: 'the quality assurance (QA)' }],
      },
    ])
  })

  it('take a short form with signs literally, and an empty list changes nothing', () => {
    expect(expandAbbreviations([plainParagraph('R.S (C) and RxS')], { 'R.S (C)': 'Regional Schools Commissioner' })).toMatchObject([{ runs: [{ text: 'Regional Schools Commissioner (R.S (C)) and RxS' }] }])
    expect(expandAbbreviations([plainParagraph('BCC')], {})).toEqual([plainParagraph('BCC')])
  })
})
