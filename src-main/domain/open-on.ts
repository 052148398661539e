import type { CivilDate } from '../api/base.ts'
import { latestValue, valueOn } from './dated-facts.ts'
import type { DatedValue } from './dated-facts.ts'
import { foldWords } from './fold-words.ts'

/** What decides whether a record is open: its two dates and its known statuses. */
export interface OpenFacts {
  openDate: CivilDate | null
  /** The last open day: of a conversion, the academy opens the day after. */
  closeDate: CivilDate | null
  statuses: readonly DatedValue[]
}

/**
 * Whether a record was open on a date (DOMAIN.md, "Open on t"): the dates decide, both ends open. The latest known
 * status takes part twice: a proposal alone opens nothing, and a closed record without a close date is open on no date.
 */
export function isOpenOn(record: OpenFacts, date: CivilDate): boolean {
  if (record.openDate !== null && record.openDate > date) return false
  if (record.closeDate !== null && record.closeDate < date) return false
  const status = latestStatus(record)
  return status !== 'proposed to open' && !(status === 'closed' && record.closeDate === null)
}

/**
 * The status as it is said on a day. The dates decide: a record that files of later days call closed was open up to its
 * last open day, whether or not a file of that time is at hand.
 */
export function statusOn({ closeDate, statuses }: Pick<OpenFacts, 'closeDate' | 'statuses'>, day: CivilDate): string {
  const known = valueOn(statuses, day) ?? ''
  return foldWords(known) === 'closed' && closeDate !== null && closeDate >= day ? 'Open' : known
}

/** Closed without a close date: listed as odd, because nobody can say when it was open. */
export function isClosedWithoutDate(record: Pick<OpenFacts, 'closeDate' | 'statuses'>): boolean {
  return record.closeDate === null && latestStatus(record) === 'closed'
}

function latestStatus(record: Pick<OpenFacts, 'statuses'>): string {
  return foldWords(latestValue(record.statuses) ?? '')
}
