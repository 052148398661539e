import type { Passage } from '../../api/search.ts'

const WORD = /[\p{L}\p{N}\p{M}]+(?:['’‘ʼ][\p{L}\p{N}\p{M}]+)*/gu
/** Nearly all words; the rest costs ten times as much. */
const PLAIN = /^[a-z0-9]+$/iu
/** Of a passage as it is shown: enough to read what was meant, on two or three lines. */
const SHOWN = 240
const BEFORE = 70

/** Words without case, accents and apostrophes, as the indexes of the workspace take them. */
function folded(word: string): string {
  if (PLAIN.test(word)) return word.toLowerCase()
  return word.normalize('NFD').replace(/[\p{M}'’‘ʼ]/gu, '').toLowerCase()
}

/** A text as it is searched: each word folded, with a space before it, so that " gov" finds "governors". */
export function foldedText(text: string): string {
  return (text.match(WORD) ?? []).map((word) => ` ${folded(word)}`).join('')
}

/** What was typed: every word must occur, each may be the beginning of one; "st" and "saint" are the same. */
export interface Sought {
  readonly holds: (folded: string) => boolean
  /** Where the words stand in a text, as a passage of it; its beginning where none does. */
  readonly passage: (text: string) => Passage
}

export function soughtIn(typed: string): Sought {
  const words = (typed.match(WORD) ?? []).map((word) => formsOf(folded(word)))
  return {
    holds: (text) => words.every((forms) => forms.some((form) => text.includes(` ${form}`))),
    passage: (text) => passageOf(text.replace(/\s+/gu, ' ').trim(), words.flat()),
  }
}

function formsOf(word: string): string[] {
  if (word === 'st') return ['st', 'saint']
  return word === 'saint' ? ['saint', 'st'] : [word]
}

function passageOf(text: string, forms: readonly string[]): Passage {
  const tokens = [...text.matchAll(WORD)].map((match) => ({ from: match.index, to: match.index + match[0].length, found: forms.some((form) => folded(match[0]).startsWith(form)) }))
  const first = tokens.find((token) => token.found)
  const earliest = Math.max(0, (first?.from ?? 0) - BEFORE)
  const from = earliest === 0 ? 0 : (tokens.find((token) => token.from >= earliest)?.from ?? 0)
  const to = text.length - from <= SHOWN ? text.length : (tokens.findLast((token) => token.to <= from + SHOWN)?.to ?? text.length)
  const pieces: { text: string; found: boolean }[] = []
  let at = from
  for (const token of tokens) {
    if (!token.found || token.from < from || token.to > to) continue
    if (token.from > at) pieces.push({ text: text.slice(at, token.from), found: false })
    pieces.push({ text: text.slice(token.from, token.to), found: true })
    at = token.to
  }
  if (at < to) pieces.push({ text: text.slice(at, to), found: false })
  return [...(from > 0 ? [{ text: '…', found: false }] : []), ...pieces, ...(to < text.length ? [{ text: '…', found: false }] : [])]
}
