import type { CivilDate } from '../../api/base.ts'
import type { ExplainedFigure } from '../../api/figures.ts'
import type { SettingsState } from '../../api/settings.ts'
import type { ReadHandle } from '../../database/index.ts'
import type { FigureQuestion } from '../../domain/figure-facts.ts'
import { explained } from '../../domain/figure-words.ts'
import { countFigures } from '../../domain/figures.ts'
import { loadFigureFacts } from './queries.ts'

/** The question as it is kept with a figure: dates left open are today and the contract's start. */
export function questionOf(settings: SettingsState, input: { asAt?: CivilDate | undefined; from?: CivilDate | undefined }, today: CivilDate): FigureQuestion {
  return { asAt: input.asAt ?? today, from: input.from ?? settings.contractStart, settings: settings.figures }
}

/** Every figure with its words, counted afresh from the records. */
export function countExplained(db: ReadHandle, settings: SettingsState, question: FigureQuestion): ExplainedFigure[] {
  return countFigures(loadFigureFacts(db), question).map((figure) => explained(figure, { provider: settings.provider }))
}
