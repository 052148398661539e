import { createHash } from 'node:crypto'
import type { ColumnMatch } from '../api/imports.ts'
import { refuse } from '../domain/refusal.ts'
import type { ImportField } from './fields.ts'
import { foldHeading, locateColumns, shown } from './headings.ts'
import type { CsvFile } from './rows.ts'

/** The columns of a file by names that tell them apart: the second of a name, or without one, has its number. */
export function columnNames(headings: readonly string[]): string[] {
  const taken = new Set<string>()
  /** The number to try next for a name: those below it are taken for good. */
  const next = new Map<string, number>()
  return headings.map((heading) => {
    const name = shown(heading) || 'No heading'
    const folded = foldHeading(name)
    let unique = name
    let number = next.get(folded) ?? 2
    for (; taken.has(foldHeading(unique)); number += 1) unique = `${name} (${number})`
    next.set(folded, number)
    taken.add(foldHeading(unique))
    return unique
  })
}

/** Says of two heading lines that they are the same, in whatever order and spelling of case and blanks. */
export function headingsHash(headings: readonly string[]): string {
  return createHash('sha256').update(JSON.stringify(columnNames(headings).map(foldHeading).sort())).digest('hex')
}

/** The columns that are known by their own names. */
export function matchByName(fields: readonly ImportField[], headings: readonly string[]): ColumnMatch {
  const names = columnNames(headings)
  const at = locateColumns(headings, fields.map(({ key, headings: known }) => [key, known] as const))
  return Object.fromEntries([...at].map(([key, place]) => [key, { column: names[place] ?? '' }]))
}

/** The needed fields that a match leaves out, as an officer calls them. */
export function missingIn(fields: readonly ImportField[], match: ColumnMatch): string[] {
  return fields.filter(({ key, needed }) => needed && match[key] === undefined).map(({ label }) => label)
}

/**
 * A file as if its columns had the headings that the fields are known by. What is matched stands in columns of its own at
 * the end; the file's own columns stay, but none of them is taken for a field that was matched otherwise, or not at all.
 *
 * Refuses a match that leaves out what is needed, or names a column that is not there.
 */
export function withColumns(file: CsvFile, fields: readonly ImportField[], match: ColumnMatch): CsvFile {
  const missing = missingIn(fields, match)
  if (missing.length > 0) refuse('missing-column', `No column is matched to ${missing.join(', ')}. Nothing was changed. Say which column of the file it is.`)
  const names = columnNames(file.headings)
  const places = new Map(names.map((name, at) => [foldHeading(name), at]))
  const taken = fields.flatMap(({ key, headings: [heading = key] }) => {
    const from = match[key]
    if (from === undefined) return []
    if ('value' in from) return [{ heading, cell: () => from.value }]
    const at = places.get(foldHeading(from.column)) ?? refuse('no-such-column', `This file has no column “${shown(from.column)}”. Nothing was changed. Its columns are ${names.map((name) => `“${name}”`).join(', ')}.`)
    return [{ heading, cell: (cells: readonly string[]) => cells[at] ?? '' }]
  })
  const known = new Set(fields.flatMap(({ headings }) => headings.map(foldHeading)))
  const own = names.map((name) => (known.has(foldHeading(name)) ? `${name} (in the file)` : name))
  return {
    ...file,
    headings: [...own, ...taken.map(({ heading }) => heading)],
    async *batches() {
      for await (const { rows, bytes } of file.batches()) {
        yield { rows: rows.map((row) => ({ ...row, cells: [...row.cells, ...taken.map(({ cell }) => cell(row.cells))] })), bytes }
      }
    },
  }
}
