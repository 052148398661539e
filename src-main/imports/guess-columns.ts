import type { ColumnMatch } from '../api/imports.ts'
import { parseFileDate } from '../domain/dates.ts'
import { foldWords } from '../domain/fold-words.ts'
import type { ImportField, Looks } from './fields.ts'
import { foldHeading } from './headings.ts'

/** A column of a file, with some of its values. */
export interface SampledColumn {
  name: string
  samples: readonly string[]
}

const YES_NO = new Set(['yes', 'no', 'y', 'n', 'true', 'false'])
/** Below this a likeness is chance. */
const ENOUGH = 0.45

/**
 * What each field of a file most likely is: by the likeness of a column's name and by what its values look like; a column
 * is taken once, the likeliest pair first. A field that no column fits has its usual value, where it has one. A guess is
 * for an officer to look at, and is never applied unseen.
 */
export function guessColumns(fields: readonly ImportField[], columns: readonly SampledColumn[]): ColumnMatch {
  const pairs = fields
    .flatMap((field) => columns.map((column) => ({ field, column, likeness: likeness(field, column) })))
    .filter(({ likeness: enough }) => enough >= ENOUGH)
    .sort((a, b) => b.likeness - a.likeness)
  const guess: ColumnMatch = {}
  const taken = new Set<string>()
  for (const { field, column } of pairs) {
    if (guess[field.key] !== undefined || taken.has(column.name)) continue
    guess[field.key] = { column: column.name }
    taken.add(column.name)
  }
  for (const { key, usual } of fields) if (usual !== undefined) guess[key] ??= { value: usual }
  return guess
}

function likeness({ headings, hints, looks, needed }: ImportField, { name, samples }: SampledColumn): number {
  const byName = Math.max(...headings.map((heading) => nameLikeness(heading, name)), ...hints.map((hint) => nameLikeness(hint, name) * 0.95))
  if (looks === 'text') {
    // A column of dates or of URNs is no name, whatever it is called.
    return fits('date', samples) > 0.5 || fits('urn', samples) > 0.5 ? 0 : byName
  }
  // What a file need not have is not guessed from values alone: any column of dates would be when a school was last changed.
  if (!needed && byName < ENOUGH) return 0
  const byValue = fits(looks, samples)
  if (samples.length > 0 && byValue < 0.3) return 0
  return looks === 'number' ? byName : 0.55 * byName + 0.45 * byValue
}

function nameLikeness(known: string, name: string): number {
  const [one, other] = [foldHeading(known), foldHeading(name)]
  if (one === '' || other === '') return 0
  if (one === other) return 1
  const words = (text: string) => new Set(foldWords(text.replace(/[^\p{L}\p{N}]+/gu, ' ')).split(' '))
  const [a, b] = [words(known), words(name)]
  const shared = [...a].filter((word) => b.has(word)).length
  if (shared > 0) return 0.5 + 0.4 * (shared / Math.max(a.size, b.size))
  return one.length > 3 && other.length > 3 && (one.includes(other) || other.includes(one)) ? 0.55 : 0
}

/** The part of the values, blanks left out, that a field could take. */
function fits(looks: Looks, samples: readonly string[]): number {
  const filled = samples.map((sample) => sample.trim()).filter((sample) => sample !== '')
  if (filled.length === 0) return 0
  return filled.filter((value) => looksLike(looks, value)).length / filled.length
}

function looksLike(looks: Looks, value: string): boolean {
  switch (looks) {
    case 'urn':
      return /^\d{6}$/.test(value)
    case 'date':
      return parseFileDate(value) !== null
    case 'yesNo':
      return YES_NO.has(value.toLowerCase())
    case 'number':
      return /^\d+$/.test(value)
    case 'text':
      return true
    default:
      return looks.some((word) => word.toLowerCase() === value.toLowerCase())
  }
}
