import { Document, Footer, Header, Packer, PageNumber, Paragraph, Tab, TextRun } from 'docx'
import { refuse } from '../domain/refusal.ts'
import { wordBlocks } from './blocks.ts'
import type { PaperDocument } from './model.ts'
import { coreProperties } from './properties.ts'
import { landscapePage, numbering, portraitPage, styleIds, styles, tableStyles } from './styles.ts'
import { tidyLine } from './text.ts'
import { withFixedTimes } from './zip-times.ts'

/** What a Word file is called where files are kept and handed over. */
export const WORD_MEDIA = 'application/vnd.openxmlformats-officedocument.wordprocessingml.document'

/**
 * A paper as the bytes of a Word file. The same paper gives the same bytes on any day and any machine, because the hash
 * of an issued paper is kept.
 *
 * Refuses with `paper-without-title` where no title is left: Word and screen readers name a document by it.
 */
export async function packPaper(paper: PaperDocument): Promise<Uint8Array> {
  const properties = coreProperties(paper)
  const bytes = await Packer.pack(wordDocument(paper), 'uint8array', false, [properties])
  return withFixedTimes(bytes)
}

/** The paper as docx's tree, before it is packed. */
export function wordDocument(paper: PaperDocument): Document {
  const title = tidyLine(paper.title, '') || refuse('paper-without-title', 'The paper has no title, and Word names a document by it. Give the paper a title, then make it again.')
  const classification = tidyLine(paper.classification, '')
  const heading = paper.marking === undefined ? classification : `${classification}. ${tidyLine(paper.marking, '')}`
  const wide = paper.page === 'landscape'
  return new Document({
    title,
    styles,
    externalStyles: tableStyles,
    numbering,
    compatabilityModeVersion: 15,
    sections: [
      {
        properties: wide ? landscapePage : portraitPage,
        headers: { default: new Header({ children: [new Paragraph({ style: styleIds.header, children: [new TextRun(heading)] })] }) },
        footers: {
          default: new Footer({
            children: [
              new Paragraph({
                style: wide ? styleIds.footerWide : styleIds.footer,
                children: [new TextRun({ children: ['Page ', PageNumber.CURRENT, ' of ', PageNumber.TOTAL_PAGES] }), new TextRun({ children: [new Tab(), classification] })],
              }),
            ],
          }),
        },
        children: wordBlocks(paper.blocks),
      },
    ],
  })
}
