import { plainLetters } from './fold-words.ts'

/** A word as it is typed; an apostrophe, straight or curly, holds its parts together. */
const WORD = /[\p{L}\p{N}]+(?:['’‘ʼ][\p{L}\p{N}]+)*/gu
const APOSTROPHE = /['’‘ʼ]/u

/** How an index is asked for parts that stand side by side: the parts as one phrase, or each by itself where it keeps no places. */
type SideBySide = (parts: readonly string[], growing: boolean) => string

/**
 * What an officer typed, as an FTS5 query: every word must occur, the last one may still be growing. Each word is
 * quoted, so no character of it is ever taken for FTS5's own language. "marys", "mary's" and "mary’s" find the same, and
 * so do "st" and "saint": registers and people write them as they please.
 *
 * @returns null where there is no letter or digit to look for
 */
export function matchQuery(typed: string): string | null {
  return query(typed, (parts, growing) => `"${parts.join(' ')}"${growing ? '*' : ''}`)
}

/** One word that is looked for among schools. */
export interface SchoolWord {
  /** As it was typed. */
  word: string
  /** As FTS5 is asked for it, in an index that keeps no places of words (`detail = none`). */
  match: string
}

/**
 * The words of a search for schools, one by one, since each may stand in another of their indexes. They keep no places
 * of words, so cannot be asked for phrases.
 */
export function schoolWords(typed: string): SchoolWord[] {
  return (typed.match(WORD) ?? []).map((word) => ({ word, match: oneOf(spellings(word, everyPart)) }))
}

const everyPart: SideBySide = (parts, growing) => {
  const last = parts.length - 1
  return `(${parts.map((part, at) => `"${part}"${growing && at === last ? '*' : ''}`).join(' AND ')})`
}

/** The same words as one query of one index. */
export function matchSchools(typed: string): string | null {
  return query(typed, everyPart)
}

/** Whether a text has a word that begins as the typed one, whatever its case and accents. */
export function holdsWord(text: string, word: string): boolean {
  const sought = plainLetters(word)
  return text.split(/[^\p{L}\p{N}\p{M}'’‘ʼ]+/gu).some((one) => plainLetters(one).startsWith(sought))
}

/**
 * What tells of a text whether every typed word occurs somewhere in it, whatever the case, accents and apostrophes.
 *
 * @returns null where nothing was typed
 */
export function textSearch(typed: string): ((text: string) => boolean) | null {
  const words = plainLetters(typed).split(/\s+/u).filter(Boolean)
  if (words.length === 0) return null
  return (text) => {
    const within = plainLetters(text)
    return words.every((word) => within.includes(word))
  }
}

function query(typed: string, sideBySide: SideBySide): string | null {
  const words = typed.match(WORD)
  return words ? words.map((word) => oneOf(spellings(word, sideBySide))).join(' AND ') : null
}

/** Every way in which an index may hold a word: FTS5 takes "Mary’s" for two words, "Mary" and "s". */
function spellings(word: string, sideBySide: SideBySide): string[] {
  const parts = word.split(APOSTROPHE)
  const whole = `"${parts.join('')}"*`
  if (parts.length > 1) return [whole, sideBySide(parts, (parts.at(-1) ?? '').length > 1)]
  if (/^st$/i.test(word)) return [whole, '"saint"']
  if (/^saint$/i.test(word)) return [whole, '"st"']
  const owner = /^(\p{L}{2,})s$/iu.exec(word)?.[1]
  return owner === undefined ? [whole] : [whole, sideBySide([owner, 's'], false)]
}

function oneOf(ways: readonly string[]): string {
  return ways.length === 1 ? ways.join('') : `(${ways.join(' OR ')})`
}
