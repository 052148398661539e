import type { TermFigures } from '../../../src-main/api/figures.ts'
import type { DsgMethod } from '../../../src-main/api/settings.ts'
import { writeDate } from '../../ui/useDateText.ts'
import type { ChosenNumber } from './coverageAddress.ts'
import { write } from './figureWords.ts'
import { countsPlaces, groupColumns, partColumns, partWords, total, wholeOf, type PartColumn, type PartKind, type PartRow } from './partRows.ts'

type Group = (typeof groupColumns)[number]

/** One number of a table of counts, said out of what where it counts places, and the schools that it opens. */
export interface CountCell {
  number: number
  of?: number | undefined
  /** What a screen reader hears after the number. */
  what: string
  opens: ChosenNumber
}

/** One line: the cells of each group in the order of the columns; null where a column has nothing to say. */
export interface CountRow {
  key: string
  title: string
  /** Beneath the title. */
  note?: string
  /** Set back: a part that is not recorded, or what was done in a term. */
  quiet: boolean
  cells: (CountCell | null)[][]
}

/** Lines that belong together: a term's two. */
export interface CountSection {
  key: string
  rows: CountRow[]
}

function cellsOf(method: DsgMethod, cell: (group: Group, column: PartColumn) => CountCell | null): CountRow['cells'] {
  return groupColumns.map((group) => partColumns(method).map((column) => cell(group, column)))
}

/** District by district or phase by phase, each a section of its own, and their sum, which is the figure itself. */
export function partSections(kind: PartKind, rows: readonly PartRow[], method: DsgMethod): { sections: CountSection[]; sum: CountRow } {
  const { all, none } = partWords[kind]
  const line = (row: PartRow | null): CountRow['cells'] =>
    cellsOf(method, (group, column) => {
      const count = (key: Parameters<typeof total>[2]) => (row ? (row.counts[group.group]?.[key] ?? 0) : total(rows, group.group, key))
      return {
        number: count(column.key),
        of: countsPlaces(column.key, method) ? count(wholeOf(column.key)) : undefined,
        what: `${group.label} in ${row ? (row.part ?? none) : all.toLowerCase()}, ${column.label.toLowerCase()}: show the schools`,
        opens: { id: column.id, group: group.group, side: column.side, ...(row && { [kind]: row.part }) },
      }
    })
  return {
    sections: rows.map((row) => ({ key: row.key, rows: [{ key: row.key, title: row.part ?? 'Not recorded', quiet: row.part === null, cells: line(row) }] })),
    sum: { key: 'sum', title: all, quiet: false, cells: line(null) },
  }
}

type TermGroup = TermFigures['groups'][number]

/** The columns of the term alone; a register and a judgement have no term. */
const inTerm = { open: null, visited: 'visitedInTerm', reached: 'reachedInTerm', requirePackage: null } as const

/** Term by term: how things stood at its end, and beneath it what was done in the term alone. */
export function termSections(terms: readonly TermFigures[], method: DsgMethod): CountSection[] {
  return terms.map((term) => {
    const count = (group: Group, key: Exclude<keyof TermGroup, 'group'>) => term.groups.find((one) => one.group === group.group)?.[key] ?? 0
    const opens = (group: Group, { id, side }: PartColumn, window: ChosenNumber['term']): ChosenNumber => ({ id, group: group.group, side, ...(window && { term: window }) })
    const atEnd = cellsOf(method, (group, column) => ({
      number: count(group, column.key),
      of: countsPlaces(column.key, method) ? count(group, 'reachedOf') : undefined,
      what: `${group.label} in ${term.title}, ${column.label.toLowerCase()}: show the schools`,
      opens: opens(group, column, { asAt: term.asAt }),
    }))
    const done = cellsOf(method, (group, column) => {
      const key = inTerm[column.key]
      if (key === null) return null
      return {
        number: count(group, key),
        of: countsPlaces(column.key, method) ? count(group, 'reachedInTermOf') : undefined,
        what: `${group.label} ${column.label.toLowerCase()} within ${term.title} alone: show the schools`,
        opens: opens(group, column, { asAt: term.asAt, from: term.from }),
      }
    })
    const visits = `${write(term.visits)} ${term.visits === 1 ? 'visit' : 'visits'}`
    const meetings = `${write(term.dsgMeetings)} ${term.dsgMeetings === 1 ? 'meeting' : 'meetings'}`
    return {
      key: term.key,
      rows: [
        { key: 'end', title: term.title, note: `${term.running ? 'so far, ' : ''}${writeDate(term.asAt)}`, quiet: false, cells: atEnd },
        { key: 'in', title: `In it: ${visits}, ${meetings}`, quiet: true, cells: done },
      ],
    }
  })
}
