import { writeDate } from '../../../ui/useDateText.ts'
import { count } from '../schoolWords.ts'

interface Moves {
  district: string
  changes: readonly { district: string | null; count: number }[]
  unchanged: number
}

/** "3 schools will be in Erdington from 1 September 2015: 2 without a district, 1 from Yardley. One is there already." */
export function movesInWords({ district, changes, unchanged }: Moves, from: string): string {
  const moving = changes.reduce((sum, change) => sum + change.count, 0)
  if (moving === 0) return `${unchanged === 1 ? 'This school is' : 'These schools are'} in ${district} from that day already.`
  const parts = changes.map((change) => `${count(change.count)} ${change.district === null ? 'without a district' : `from ${change.district}`}`)
  const there = unchanged === 0 ? '' : unchanged === 1 ? ' One is there already.' : ` ${count(unchanged)} are there already.`
  return `${moving === 1 ? '1 school' : `${count(moving)} schools`} will be in ${district} from ${writeDate(from)}: ${parts.join(', ')}.${there}`
}
