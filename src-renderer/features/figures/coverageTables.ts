import type { ExplainedFigure, TermFigures } from '../../../src-main/api/figures.ts'
import type { DsgMethod } from '../../../src-main/api/settings.ts'
import type { ExportTable } from '../../client/exportTable.ts'
import { writeDate } from '../../ui/useDateText.ts'
import type { ChosenNumber } from './coverageAddress.ts'
import { placesWords, sideSentence, wordsOfSide } from './figureWords.ts'
import { groupColumns, partWords, shareOf, total, type CountKey, type PartKind, type PartRow } from './partRows.ts'

/** The dates that everything on the page was counted by. */
export interface Window {
  from: string
  asAt: string
}

function windowWords({ from, asAt }: Window): string {
  return `As at ${writeDate(asAt)}; visits and meetings since ${writeDate(from)}.`
}

/** All figures, as the table shows them, with how each is counted. */
export function figuresTable(figures: readonly ExplainedFigure[], window: Window): ExportTable {
  return {
    title: `Coverage as at ${writeDate(window.asAt)}`,
    note: windowWords(window),
    exempt: false,
    columns: [
      { heading: 'Figure', kind: 'text' },
      { heading: 'Number', kind: 'number' },
      { heading: 'Out of', kind: 'number' },
      { heading: 'Per cent', kind: 'percent' },
      { heading: 'As at', kind: 'date' },
      { heading: 'How it is counted', kind: 'text' },
    ],
    rows: figures.map((figure) => [figure.title, figure.numerator, figure.denominator ?? 'A count, not a share', figure.percent ?? 'Not applicable', figure.asAt, figure.howCounted]),
  }
}

/** The column of DSG coverage, by what it counts. */
function dsgHeading(method: DsgMethod): string {
  return { attended: 'At a DSG', districtMet: 'DSG has met', meanAttendance: 'DSG places taken' }[method]
}

/** Places taken mean nothing without the places that there were. */
function outOfColumn(method: DsgMethod, heading: string): ExportTable['columns'] {
  return method === 'meanAttendance' ? [{ heading, kind: 'number' }] : []
}

/** A district or a phase with one group on each line, so that the columns stay few enough for a page. */
export function partsTable(kind: PartKind, rows: readonly PartRow[], window: Window, method: DsgMethod): ExportTable {
  const { heading, all } = partWords[kind]
  const dsg = dsgHeading(method)
  const places = method === 'meanAttendance'
  const line = (name: string, group: string, count: (key: CountKey | 'reachedOf') => number) => {
    const [open, visited, reached, reachedOf] = [count('open'), count('visited'), count('reached'), count('reachedOf')]
    return [name, group, open, visited, shareOf(visited, open) ?? 'Not applicable', reached, ...(places ? [reachedOf] : []), shareOf(reached, reachedOf) ?? 'Not applicable', count('requirePackage')]
  }
  return {
    title: `Coverage by ${heading.toLowerCase()} as at ${writeDate(window.asAt)}`,
    note: windowWords(window),
    exempt: false,
    columns: [
      { heading, kind: 'text' },
      { heading: 'Group', kind: 'text' },
      { heading: 'Open', kind: 'number' },
      { heading: 'Visited', kind: 'number' },
      { heading: 'Visited, per cent', kind: 'percent' },
      { heading: dsg, kind: 'number' },
      ...outOfColumn(method, 'DSG places'),
      { heading: `${dsg}, per cent`, kind: 'percent' },
      { heading: 'Require a package', kind: 'number' },
    ],
    rows: [
      ...rows.flatMap((row) => groupColumns.map(({ group, label }) => line(row.part ?? 'Not recorded', label, (key) => row.counts[group]?.[key] ?? 0))),
      ...groupColumns.map(({ group, label }) => line(all, label, (key) => total(rows, group, key))),
    ],
  }
}

/** Which visits the counts by term are of; the Visits page counts others. */
export const TERM_VISITS = 'Visits here are those that count for the contract: completed, marked as counting, and of a kind that counts. The Visits page counts every visit that was planned or made.'

/** The state at each term's end and what was done in it. */
export function termsTable(terms: readonly TermFigures[], window: Window, method: DsgMethod): ExportTable {
  const names = new Map(groupColumns.map(({ group, label }) => [group, label]))
  return {
    title: `Coverage by term to ${writeDate(window.asAt)}`,
    note: `${windowWords(window)}\nEach term stands as at its last day, the one that is running as at ${writeDate(window.asAt)}.\n${TERM_VISITS}`,
    exempt: false,
    columns: [
      { heading: 'Term', kind: 'text' },
      { heading: 'As at', kind: 'date' },
      { heading: 'Group', kind: 'text' },
      { heading: 'Open', kind: 'number' },
      { heading: 'Visited', kind: 'number' },
      { heading: dsgHeading(method), kind: 'number' },
      ...outOfColumn(method, 'DSG places'),
      { heading: 'Require a package', kind: 'number' },
      { heading: 'Schools visited in the term', kind: 'number' },
      { heading: `${dsgHeading(method)}, in the term`, kind: 'number' },
      ...outOfColumn(method, 'DSG places, in the term'),
    ],
    rows: terms.flatMap((term) =>
      term.groups.map((one) => {
        const [placesAtEnd, placesInTerm] = method === 'meanAttendance' ? [[one.reachedOf], [one.reachedInTermOf]] : [[], []]
        return [term.title, term.asAt, names.get(one.group) ?? '', one.open, one.visited, one.reached, ...placesAtEnd, one.requirePackage, one.visitedInTerm, one.reachedInTerm, ...placesInTerm]
      }),
    ),
  }
}

export interface RecordRow {
  urn: string
  name: string
  type: string
  phase: string | null
  district: string | null
}

/** The schools behind one number. A list of schools that require packages is exempt until an officer decides otherwise. */
export function recordsTable(figure: ExplainedFigure, chosen: ChosenNumber, place: string, rows: readonly RecordRow[]): ExportTable {
  const side = chosen.side === 'denominator' ? 'all schools' : wordsOfSide(figure, chosen.side).toLowerCase()
  return {
    title: `${figure.title}: ${side}`.slice(0, 200),
    note: [place, sideSentence(chosen.side), figure.howCounted, placesWords(figure) ?? ''].filter((line) => line !== '').join('\n'),
    exempt: chosen.id === 'packagesRequired',
    columns: [
      { heading: 'URN', kind: 'code' },
      { heading: 'School', kind: 'text' },
      { heading: 'Type', kind: 'text' },
      { heading: 'Phase', kind: 'text' },
      { heading: 'District', kind: 'text' },
    ],
    rows: rows.map((row) => [row.urn, row.name, row.type, row.phase, row.district]),
  }
}
