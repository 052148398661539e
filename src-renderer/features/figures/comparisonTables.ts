import type { Comparison } from '../../../src-main/api/figures.ts'
import type { ExportTable } from '../../client/exportTable.ts'
import { writeDate } from '../../ui/useDateText.ts'
import { countWords, differenceWords, type ComparedMove } from './movedReasons.ts'

export interface ComparedDates {
  fromAsAt: string
  asAt: string
  from: string
}

export function datesWords({ fromAsAt, asAt, from }: ComparedDates): string {
  return `As at ${writeDate(fromAsAt)} and as at ${writeDate(asAt)}; visits, meetings and actions done since ${writeDate(from)}.`
}

/** Both dates side by side, a line for each figure. */
export function comparisonTable({ figures, ...dates }: ComparedDates & { figures: readonly Comparison[] }): ExportTable {
  const share = ({ numerator, denominator, percent }: Comparison['before']) => [numerator, denominator ?? 'A count', percent ?? 'Not applicable']
  const columns = (date: string): ExportTable['columns'] => [
    { heading: `Number, ${writeDate(date)}`, kind: 'number' },
    { heading: `Out of, ${writeDate(date)}`, kind: 'number' },
    { heading: `Per cent, ${writeDate(date)}`, kind: 'percent' },
  ]
  return {
    title: `Coverage on ${writeDate(dates.fromAsAt)} and ${writeDate(dates.asAt)}`,
    note: datesWords(dates),
    exempt: false,
    columns: [{ heading: 'Figure', kind: 'text' }, ...columns(dates.fromAsAt), ...columns(dates.asAt), { heading: 'Difference', kind: 'text' }],
    rows: figures.map((one) => [one.title, ...share(one.before), ...share(one.after), differenceWords(one)]),
  }
}

/** What an exported list of moves says of each, after what moved. */
export const comparedColumns: ExportTable['columns'] = [
  { heading: 'Why', kind: 'text' },
  { heading: 'On', kind: 'date' },
  { heading: 'Before', kind: 'text' },
  { heading: 'After', kind: 'text' },
  { heading: 'What changed', kind: 'text' },
]

const places: Record<ComparedMove['from'], string> = { out: 'Outside the group', rest: 'In the group, not counted', counted: 'Counted' }

/** Record by record why one figure moved. Judgements on named schools are exempt until an officer decides otherwise. */
export function movesTable(one: Comparison, dates: ComparedDates): ExportTable {
  const line = (basis: string) => (move: ComparedMove) => [move.urn, move.name, move.district, move.because, move.on, places[move.from], places[move.to], basis]
  return {
    title: `Why it moved: ${one.title}`.slice(0, 200),
    note: [datesWords(dates), `${writeDate(dates.fromAsAt)}: ${countWords(one.before)}. ${writeDate(dates.asAt)}: ${countWords(one.after)}.`, one.howCounted, ...(one.note === null ? [] : [one.note])].join('\n'),
    exempt: one.id === 'packagesRequired',
    columns: [
      { heading: 'URN', kind: 'code' },
      { heading: 'School', kind: 'text' },
      { heading: 'District', kind: 'text' },
      ...comparedColumns,
    ],
    rows: [...one.moved.map(line('Between the dates')), ...one.restated.map(line('In the records since'))],
  }
}
