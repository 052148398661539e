import { countText } from '../../domain/number-words.ts'
import { isClosedWithoutDate, type OpenFacts } from '../../domain/open-on.ts'

const LISTED = 10

/** Gathers the records of a file that are closed and have no close date (DOMAIN.md, "Open on t"), for a note. */
export function closedWithoutDate(): { look(urn: string, record: Pick<OpenFacts, 'closeDate' | 'statuses'>): void; note(): string[] } {
  const listed: string[] = []
  let count = 0
  return {
    look(urn, record) {
      if (!isClosedWithoutDate(record)) return
      count += 1
      if (listed.length < LISTED) listed.push(urn)
    },
    note() {
      if (count === 0) return []
      if (count === 1) return [`1 record is closed but has no close date: it counts as open on no date. URN ${listed.join()}.`]
      const more = count > listed.length ? ` and ${countText(count - listed.length)} more` : ''
      return [`${countText(count)} records are closed but have no close date: they count as open on no date. URNs ${listed.join(', ')}${more}.`]
    },
  }
}
