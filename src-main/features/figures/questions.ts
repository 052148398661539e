import type { CivilDate } from '../../api/base.ts'
import type { Term } from '../../api/settings.ts'
import { formatDate } from '../../domain/date-words.ts'
import { hasTooManyTerms, MOST_TERMS } from '../../domain/part-figures.ts'
import { refuse } from '../../domain/refusal.ts'

/** Refuses (`too-many-terms`) a window with more terms than are counted at once. */
export function checkTerms(question: { from: CivilDate; asAt: CivilDate }, terms: readonly Term[]): void {
  if (!hasTooManyTerms(question, terms)) return
  refuse(
    'too-many-terms',
    `From ${formatDate(question.from)} to ${formatDate(question.asAt)} there are more than ${MOST_TERMS} terms, the most that are counted at once. Choose a later first date; nothing was changed.`,
  )
}

/** Refuses (`dates-the-wrong-way-round`) to compare a date with an earlier one. */
export function checkDates(fromAsAt: CivilDate, asAt: CivilDate): void {
  if (fromAsAt <= asAt) return
  refuse('dates-the-wrong-way-round', `The first date, ${formatDate(fromAsAt)}, is after the second, ${formatDate(asAt)}. Choose an earlier first date.`)
}
