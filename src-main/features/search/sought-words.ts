import type { Passage } from '../../api/search.ts'

const WORD = /[\p{L}\p{N}\p{M}]+(?:['’‘ʼ][\p{L}\p{N}\p{M}]+)*/gu
/** Nearly all words; the rest costs ten times as much. */
const PLAIN = /^[a-z0-9]+$/iu
/** Of a passage as it is shown: enough to read what was meant, on two or three lines. */
const SHOWN = 240
/** Shown before the first found word, and of a second cut where the words stand far apart. */
const BEFORE = 70
const FURTHER = 120

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
    passage: (text) => passageOf(text.replace(/\s+/gu, ' ').trim(), words),
  }
}

function formsOf(word: string): string[] {
  if (word === 'st') return ['st', 'saint']
  return word === 'saint' ? ['saint', 'st'] : [word]
}

/** A word of a text, and which of the sought words it is. */
interface Token {
  readonly from: number
  readonly to: number
  readonly words: readonly number[]
}

interface Cut {
  readonly from: number
  readonly to: number
}

function passageOf(text: string, words: readonly (readonly string[])[]): Passage {
  const tokens = [...text.matchAll(WORD)].map((match): Token => {
    const own = folded(match[0])
    return { from: match.index, to: match.index + match[0].length, words: words.flatMap((forms, at) => (forms.some((form) => own.startsWith(form)) ? [at] : [])) }
  })
  const cuts = cutsOf(text, tokens)
  return cuts.flatMap((cut, at) => [
    ...(cut.from > (cuts[at - 1]?.to ?? 0) ? [{ text: '…', found: false }] : []),
    ...piecesOf(text, tokens, cut),
    ...(at === cuts.length - 1 && cut.to < text.length ? [{ text: '…', found: false }] : []),
  ])
}

/** Where most of the words stand together; and, where one of them is elsewhere, a second place. */
function cutsOf(text: string, tokens: readonly Token[]): Cut[] {
  const found = tokens.filter((token) => token.words.length > 0)
  const covers = ({ from, to }: Cut) => new Set(found.filter((token) => token.from >= from && token.to <= to).flatMap((token) => token.words))
  const cuts = found.slice(0, MOST_PLACES).map((token) => cutAt(text, tokens, token.from, BEFORE, SHOWN))
  const best = cuts.reduce((one, other) => (covers(other).size > covers(one).size ? other : one), cuts[0] ?? cutAt(text, tokens, 0, 0, SHOWN))
  const shown = covers(best)
  const missing = found.find((token) => token.words.some((word) => !shown.has(word)))
  if (!missing) return [best]
  const second = cutAt(text, tokens, missing.from, BEFORE / 2, FURTHER)
  if (second.from <= best.to && second.to >= best.from) return [{ from: Math.min(best.from, second.from), to: Math.max(best.to, second.to) }]
  return second.from < best.from ? [second, best] : [best, second]
}

/** Places that are weighed against each other: a text may have a word a thousand times. */
const MOST_PLACES = 20

/** A stretch of a text that begins and ends at words. */
function cutAt(text: string, tokens: readonly Token[], at: number, before: number, length: number): Cut {
  const earliest = Math.max(0, at - before)
  const from = earliest === 0 ? 0 : (tokens.find((token) => token.from >= earliest)?.from ?? 0)
  return { from, to: text.length - from <= length ? text.length : (tokens.findLast((token) => token.from >= from && token.to <= from + length)?.to ?? text.length) }
}

function piecesOf(text: string, tokens: readonly Token[], { from, to }: Cut): Passage {
  const pieces: Passage = []
  let at = from
  for (const token of tokens) {
    if (token.words.length === 0 || token.from < from || token.to > to) continue
    if (token.from > at) pieces.push({ text: text.slice(at, token.from), found: false })
    pieces.push({ text: text.slice(token.from, token.to), found: true })
    at = token.to
  }
  return at < to ? [...pieces, { text: text.slice(at, to), found: false }] : pieces
}
