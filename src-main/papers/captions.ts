import { BuilderElement, Paragraph, StringContainer, TextRun } from 'docx'
import { styleIds } from './styles.ts'

/**
 * "Table 1: Figures as at 21 June 2016", above what it names.
 *
 * The number is a field, so that Word can list and refer to tables, and is written with its result. docx's own
 * sequence field is left open for Word to fill in, which makes Word ask the reader to update fields.
 *
 * @param number the table's place among the tables of the paper, from 1
 */
export function tableCaption(text: string, number: number): Paragraph {
  return new Paragraph({
    style: styleIds.caption,
    children: [
      new TextRun('Table '),
      fieldMark('begin'),
      new TextRun({ children: [new StringContainer('w:instrText', 'SEQ Table \\* ARABIC')] }),
      fieldMark('separate'),
      new TextRun(String(number)),
      fieldMark('end'),
      new TextRun(`: ${text}`),
    ],
  })
}

function fieldMark(kind: 'begin' | 'separate' | 'end'): TextRun {
  return new TextRun({ children: [new BuilderElement({ name: 'w:fldChar', attributes: { kind: { key: 'w:fldCharType', value: kind } } })] })
}
