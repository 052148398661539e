import { REGISTER_COLUMNS } from '../domain/register-columns.ts'
import { NAME_HEADINGS, type RestKey } from '../domain/register-rest.ts'
import { cleanText } from '../domain/clean-text.ts'
import { foldHeading } from './headings.ts'

/** How the columns that no field takes are read, as they are written. */
export interface RestReader {
  keys: readonly RestKey[]
  /** Where each stands in the file. */
  places: readonly number[]
  /** The values in the order of `keys`; blank where the row says nothing. */
  read(cells: readonly string[]): string[]
}

const KEY_OF = new Map<string, number>(REGISTER_COLUMNS.flatMap(({ headings }, place) => headings.map((heading) => [foldHeading(heading), place] as const)))

/** Columns that hold people's names: read only where the council keeps names. */
const NAMES = new Set(NAME_HEADINGS.map(foldHeading))

/** @param taken the places of columns that fields and facts are read from */
export function restReader(headings: readonly string[], taken: ReadonlySet<number>, names: boolean): RestReader {
  const keys: RestKey[] = []
  const places: number[] = []
  const used = new Set<RestKey>()
  headings.forEach((heading, place) => {
    const folded = foldHeading(heading)
    if (taken.has(place) || (!names && NAMES.has(folded))) return
    const key = free(KEY_OF.get(folded) ?? (lineOfText(heading) || `Column ${place + 1} without a name`), used)
    used.add(key)
    keys.push(key)
    places.push(place)
  })
  return { keys, places, read: (cells) => places.map((place) => restOf(cells[place] ?? '')) }
}

/** A second column of one name is kept beside the first. */
function free(key: RestKey, used: ReadonlySet<RestKey>): RestKey {
  if (!used.has(key)) return key
  const name = typeof key === 'number' ? (REGISTER_COLUMNS[key]?.headings[0] ?? '') : key
  let again = 2
  while (used.has(`${name} (${again})`)) again += 1
  return `${name} (${again})`
}

const PLAIN = /^[\x21-\x7E]+(?: [\x21-\x7E]+)*$/

function restOf(cell: string): string {
  if (cell === '') return ''
  const text = PLAIN.test(cell) ? cell : lineOfText(cell)
  return text === 'NA' ? '' : text
}

/** One line without tabs: the two that the kept text is parted by. */
function lineOfText(text: string): string {
  return cleanText(text).replace(/\s+/gu, ' ').trim()
}

const keyOf = (heading: string): RestKey => KEY_OF.get(foldHeading(heading)) ?? heading

/** Kept and not reported: nine in ten rows differ in the one alone, and the other is told of the type, not of the record. */
export const UNREPORTED: ReadonlySet<RestKey> = new Set(['LastChangedDate', 'EstablishmentTypeGroup (name)'].map(keyOf))

/** Codes say again what a name beside them says: reported where nothing else is. */
export const CODES: ReadonlySet<RestKey> = new Set(REGISTER_COLUMNS.flatMap(({ group }, place) => (group === 'Codes' ? [place] : [])))
