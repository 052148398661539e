import { statement, type ReadHandle } from '../../database/index.ts'
import { formerNames } from './former-names-queries.ts'
import { holdsWord, schoolWords, type SchoolWord } from '../../domain/search-words.ts'

/** Shorter words are looked for in names, numbers and places only: in all that a register says they would find everything. */
const SHORTEST = 3

/**
 * SQLite's row numbers of the records that have every word: in name, number or place, in a name that they had before, in
 * anything else that the register says of them, or in a trust that they are or were in.
 */
export function searchNumbers(db: ReadHandle, typed: string): number[] {
  let found: number[] | null = null
  for (const word of schoolWords(typed)) {
    const numbers = numbersWith(db, word)
    if (found === null) {
      found = numbers
    } else {
      const both: ReadonlySet<number> = new Set(numbers)
      found = found.filter((n) => both.has(n))
    }
  }
  return found ?? []
}

function numbersWith(db: ReadHandle, { word, match }: SchoolWord): number[] {
  const formerly = JSON.stringify(formerNames(db).flatMap(({ n, name }) => (holdsWord(name, word) ? [n] : [])))
  const named = 'SELECT rowid AS n FROM school_search WHERE school_search MATCH ?'
  // Without an old name that fits, a letter asks one index alone: it finds every school, and a union would sort them.
  if (word.length < SHORTEST) return formerly === '[]' ? numbersOf(db, named, [match]) : numbersOf(db, `${named} UNION SELECT value FROM json_each(?)`, [match, formerly])
  const trusts = statement<{ value: string }>(db, "SELECT DISTINCT value FROM school_facts WHERE fact = 'trust'").all().flatMap(({ value }) => (holdsWord(value, word) ? [value] : []))
  return numbersOf(
    db,
    `${named} UNION SELECT rowid FROM register_search WHERE register_search MATCH ?
     UNION SELECT s.n FROM school_facts f JOIN schools s ON s.id = f.school_id WHERE f.fact = 'trust' AND f.value IN (SELECT value FROM json_each(?))
     UNION SELECT value FROM json_each(?)`,
    [match, match, JSON.stringify(trusts), formerly],
  )
}

function numbersOf(db: ReadHandle, sql: string, parameters: readonly string[]): number[] {
  // Bare numbers: an object a row would cost more than the search, where a letter finds every school.
  return statement<number>(db, sql)
    .pluck()
    .all(...parameters)
}

/** For a combobox: open records first, then by name. */
export function findByWords(db: ReadHandle, typed: string, limit: number): { id: string; urn: string; name: string }[] {
  return statement<{ id: string; urn: string; name: string }>(
    db,
    'SELECT id, urn, name FROM schools WHERE n IN (SELECT value FROM json_each(?)) ORDER BY close_date IS NOT NULL, name, urn LIMIT ?',
  ).all(JSON.stringify(searchNumbers(db, typed)), limit)
}
