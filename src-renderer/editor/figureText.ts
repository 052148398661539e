import type { ExplainedFigure } from '../../src-main/api/figures.ts'
import type { FigureAttributes } from '../../src-main/api/richtext.ts'

const small = ['zero', 'one', 'two', 'three', 'four', 'five', 'six', 'seven', 'eight', 'nine', 'ten', 'eleven', 'twelve']

/** The figure that a chip shows, or undefined where the core has none of that name. */
export function figureOf(figures: readonly ExplainedFigure[], attributes: FigureAttributes): ExplainedFigure | undefined {
  return figures.find((figure) => figure.id === attributes.figure && figure.group === attributes.group)
}

/** What a chip shows of its figure: the same words that Word prints (`papers/figure-text.ts`). */
export function figureWords(figure: ExplainedFigure, show: FigureAttributes['show']): string {
  switch (show) {
    case 'number':
      return figure.numerator.toLocaleString('en-GB')
    case 'words':
      return small[figure.numerator] ?? figure.numerator.toLocaleString('en-GB')
    case 'outOf':
      return figure.denominator === null ? 'not a share' : figure.denominator.toLocaleString('en-GB')
    case 'percent':
      if (figure.denominator === null) return 'not a share'
      return figure.percent === null ? 'not applicable' : `${figure.percent}%`
  }
}

/** The ways a figure can be shown: a plain count has no percentage and no total. */
export function waysToShow(figure: ExplainedFigure): FigureAttributes['show'][] {
  return figure.denominator === null ? ['words', 'number'] : ['percent', 'number', 'outOf']
}

/** One figure in one way of showing it, as the picker offers it. */
export interface FigureChoice {
  key: string
  title: string
  words: string
  attributes: FigureAttributes
}

/** Every figure in every way it can be shown, those whose title or value has the words. */
export function figureChoices(figures: readonly ExplainedFigure[], words: string): FigureChoice[] {
  const wanted = words.trim().toLowerCase()
  return figures
    .flatMap((figure) =>
      waysToShow(figure).map((show): FigureChoice => ({
        key: `${figure.id} ${figure.group ?? ''} ${show}`,
        title: `${figure.title}${show === 'outOf' ? ', out of' : ''}`,
        words: figureWords(figure, show),
        attributes: { figure: figure.id, group: figure.group, show },
      })),
    )
    .filter((choice) => `${choice.title} ${choice.words}`.toLowerCase().includes(wanted))
}
