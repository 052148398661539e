import type { ExplainedFigure } from '../api/figures.ts'
import type { FigureAttributes } from '../api/richtext.ts'
import { countText, numberWords } from '../domain/number-words.ts'
import { percentText } from '../domain/percent.ts'
import { refuse } from '../domain/refusal.ts'

/** Gives the text of a live figure in a sentence; refuses where it has none. */
export type FigureText = (attributes: FigureAttributes) => string

/**
 * Reads the figures of a paper for its sentences: `percent` 87%, `number` 252, `outOf` 290, `words` three. A zero
 * denominator gives the figure's own text, "not applicable".
 *
 * Refuses with `figure-missing` where the paper has no such figure, and with `figure-not-a-share` where a percentage or
 * a total is asked of a plain count: a sentence never has a gap.
 */
export function figureTextOf(figures: readonly ExplainedFigure[]): FigureText {
  return ({ figure: id, group, show }) => {
    const figure = figures.find((each) => each.id === id && each.group === group)
    if (!figure) {
      const words = group === null ? id : `${id}, ${group}`
      return refuse('figure-missing', `The text shows a figure that this paper does not have (${words}). Take it out of the sentence or choose another figure, then make the paper again.`)
    }
    switch (show) {
      case 'number':
        return countText(figure.numerator)
      case 'words':
        return numberWords(figure.numerator)
      case 'outOf':
        return countText(figure.denominator ?? notAShare(figure, 'what it is out of'))
      case 'percent':
        return figure.denominator === null ? notAShare(figure, 'its percentage') : percentText(figure.percent)
    }
  }
}

function notAShare(figure: ExplainedFigure, asked: string): never {
  return refuse('figure-not-a-share', `“${figure.title}” is a plain count, so the text cannot show ${asked}. Show its number instead, then make the paper again.`)
}
