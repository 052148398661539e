import type { CivilDate } from '../api/base.ts'

/** "IQ 2016/14": decisions are numbered by body and year (DOMAIN.md, "Decision"). */
export function decisionNumber(bodyCode: string, year: number, ordinal: number): string {
  return `${bodyCode} ${year}/${ordinal}`
}

/** "IQ/2016-05-09/3": actions are numbered by meeting (DOMAIN.md, "Action"). */
export function actionNumber(bodyCode: string, meetingDate: CivilDate, ordinal: number): string {
  return `${bodyCode}/${meetingDate}/${ordinal}`
}

/** The ordinal after the highest ever given, from 1. A gap is never filled: a number once given stays with its row. */
export function nextOrdinal(given: Iterable<number>): number {
  let highest = 0
  for (const ordinal of given) highest = Math.max(highest, ordinal)
  return highest + 1
}
