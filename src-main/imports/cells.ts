import { cleanText } from '../domain/clean-text.ts'
import { parseFileDate, type CivilDate } from '../domain/dates.ts'
import { shown } from './headings.ts'

/** Why a row is not taken. Thrown inside a row reader and caught at its edge, so that one bad cell stops one row. */
export class RowFault extends Error {}

export function fault(reason: string): never {
  throw new RowFault(reason)
}

/** What `read` makes of a row, or the sentence that says why it cannot. */
export function orFault<Row>(read: () => Row): Row | RowFault {
  try {
    return read()
  } catch (error) {
    if (error instanceof RowFault) return error
    throw error
  }
}

const PLAIN = /^[\x20-\x7E]*$/

/** A cell as one line of clean text; runs of spaces, which vintages differ in, are one space. */
export function lineOf(cell: string, label: string, longest: number): string {
  const text = PLAIN.test(cell) && !cell.includes('  ') ? cell.trim() : cleanText(cell).replace(/\s+/gu, ' ').trim()
  if (text.length > longest) fault(`${label} holds ${text.length} characters; at most ${longest} are taken.`)
  return text
}

/** A cell as clean text that keeps its lines. */
export function passageOf(cell: string, label: string, longest: number): string {
  const text = cleanText(cell).trim()
  if (text.length > longest) fault(`${label} holds ${text.length} characters; at most ${longest} are taken.`)
  return text
}

/** Six digits as text: the register's key of an establishment. */
export function urnOf(cell: string, label = 'The URN'): string {
  const urn = cell.trim()
  if (urn === '') fault(`${label} is blank.`)
  if (!/^\d{6}$/.test(urn)) fault(`${label} "${shown(cell)}" is not six digits.`)
  return urn
}

export function dateOf(cell: string, label: string): CivilDate | null {
  if (cell.trim() === '') return null
  return parseFileDate(cell) ?? fault(`${label} "${shown(cell)}" is not a date. Dates are written 2016-06-21, 21/06/2016 or 21-06-2016.`)
}

/** A date that may not be blank. */
export function neededDateOf(cell: string, label: string): CivilDate {
  return dateOf(cell, label) ?? fault(`${label} is blank.`)
}

/** One of a column's words, in any case. */
export function wordOf<Word extends string>(cell: string, label: string, words: readonly Word[]): Word {
  const word = cell.trim().toLowerCase()
  return words.find((known) => known.toLowerCase() === word) ?? fault(`${label} "${shown(cell)}" is not one of ${words.join(', ')}.`)
}

const YES = new Set(['yes', 'y', 'true'])
const NO = new Set(['no', 'n', 'false'])

/** Yes or no, in the words of officers and in those that a spreadsheet program writes. */
export function yesOf(cell: string, label: string): boolean {
  const word = cell.trim().toLowerCase()
  if (YES.has(word)) return true
  return NO.has(word) ? false : fault(`${label} "${shown(cell)}" is not one of yes, no.`)
}
