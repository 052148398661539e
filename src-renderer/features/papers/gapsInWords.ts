import type { ExplainedFigure } from '../../../src-main/api/figures.ts'
import type { PaperSection } from '../../../src-main/api/papers.ts'
import type { Block, FigureAttributes, RichText } from '../../../src-main/api/richtext.ts'
import { figureOf } from '../../editor/figureText.ts'
import { writeDate } from '../../ui/useDateText.ts'

/**
 * A sentence for each chip that prints "not applicable" because nothing stands beneath its share (DOMAIN.md,
 * "Statistics"): right by the rule, and seldom a sentence that reads.
 */
export function notApplicable(sections: readonly Pick<PaperSection, 'number' | 'document'>[], figures: readonly ExplainedFigure[]): string[] {
  return sections.flatMap(({ number, document }) =>
    chipsIn(document).flatMap((chip) => {
      const figure = figureOf(figures, chip)
      if (chip.show !== 'percent' || !figure || figure.denominator !== 0) return []
      const none = figure.group === 'academy' ? 'academy' : figure.group === 'maintained' ? 'maintained school' : 'school'
      return [`No ${none} was open on ${writeDate(figure.asAt)}, so “${figure.title}” in section ${number} prints “not applicable”: reword its sentence.`]
    }),
  )
}

function chipsIn({ content }: RichText): FigureAttributes[] {
  return content.flatMap(chipsOf)
}

function chipsOf(block: Block): FigureAttributes[] {
  if (block.type !== 'paragraph') return block.content.flatMap((item) => item.content.flatMap(chipsOf))
  return (block.content ?? []).flatMap((node) => (node.type === 'figure' ? [node.attrs] : []))
}
