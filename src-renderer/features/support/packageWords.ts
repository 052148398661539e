import type { PackageCounts, PackageDetail, PackageState, SupportPackage } from '../../../src-main/api/support.ts'
import { writeDate } from '../../ui/useDateText.ts'
import { packageStateOf, ragWords, statuteWords } from '../../words/packages.ts'

const titles: Record<PackageDetail['events'][number]['kind'], string> = {
  identified: 'Need identified',
  diagnosed: 'Diagnosed',
  agreed: 'Agreed',
  started: 'Work started',
  reviewed: 'Reviewed',
  paused: 'Paused',
  resumed: 'Resumed',
  escalated: 'Warning notice',
  carriedOn: 'Carried on',
  completed: 'Completed',
  stopped: 'Stopped',
}

/** "Agreed with Head teacher", "Carried on at Calder Academy": one event of a package's story. */
export function packageEventTitle({ kind, agreedWith, school }: Pick<PackageDetail['events'][number], 'kind' | 'agreedWith' | 'school'>): string {
  if (kind === 'agreed' && agreedWith) return `Agreed with ${agreedWith}`
  return kind === 'carriedOn' && school ? `Carried on at ${school}` : titles[kind]
}

/** What stands quietly beneath it: the note, a review's ratings, funding, law, and who recorded it. */
export function packageEventNote(event: PackageDetail['events'][number]): string {
  const funding = event.funding ? `Funding: ${event.funding}` : ''
  const law = event.statute ? `Under ${statuteWords(event.statute)}; guidance: ${event.guidance ?? 'not recorded'}` : ''
  const ratings = event.ratings.map(({ objective, rag, note }) => `${ragWords(rag)}: ${objective}${note === '' ? '' : ` (${note})`}`)
  return [event.note, ...ratings, funding, law, event.officer].filter(Boolean).join(' · ')
}

/** When the next review is due, in the few words of a column. */
export function reviewDueWords({ reviewDue, reviewOverdue }: Pick<SupportPackage, 'reviewDue' | 'reviewOverdue'>): { words: string; late: boolean } {
  if (reviewDue === null) return { words: 'None due', late: false }
  return { words: reviewOverdue ? `Overdue since ${writeDate(reviewDue)}` : writeDate(reviewDue), late: reviewOverdue }
}

const ORDER: readonly PackageState[] = ['needIdentified', 'diagnosed', 'agreed', 'active', 'paused', 'escalated', 'completed', 'stopped']

/** The figure "packages by state", as a sentence for the head of the page. */
export function countsWords(counts: PackageCounts, asAt: string): string {
  const said = ORDER.filter((state) => counts[state] > 0).map((state) => `${counts[state].toLocaleString('en-GB')} ${packageStateOf(state).words.toLowerCase()}`)
  return `As at ${writeDate(asAt)}: ${said.length === 0 ? 'none' : said.join(', ')}`
}
