import { gzipSync } from 'node:zlib'
import { importKind, type ImportKind } from '../../../api/imports.ts'

/** Numbers that fall the same way for one seed, so that a file that went wrong can be made again. */
export interface Chance {
  /** A whole number from 0 to below `end`. */
  below(end: number): number
  pick<T>(list: readonly T[]): T
}

/** mulberry32: 32 bits of state, the same on every machine. */
export function chanceOf(seed: number): Chance {
  let state = seed | 0
  const fraction = () => {
    state = (state + 0x6d2b79f5) | 0
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state)
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 0x1_0000_0000
  }
  const below = (end: number) => Math.floor(fraction() * end)
  return {
    below,
    pick(list) {
      const [found] = list.slice(below(list.length))
      if (found === undefined) throw new RangeError('There is nothing to pick from')
      return found
    },
  }
}

/** Sound files to begin with, a few of each kind. */
export type SoundFiles = Readonly<Record<ImportKind, readonly Buffer[]>>

export interface SpoiltFile {
  kind: ImportKind
  name: string
  bytes: Buffer
  /** How it was spoilt, in order. */
  how: string[]
}

const MOST_BYTES = 1_000_000

type Spoil = (bytes: Buffer, chance: Chance, others: readonly Buffer[]) => Buffer

const lines = (change: (rows: string[], chance: Chance) => string[]): Spoil => (bytes, chance) => Buffer.from(change(bytes.toString('utf8').split(/\r?\n/), chance).join('\r\n'))

/** One cell of one row, by place: rough, because quoted commas are part of the mischief. */
const cell = (make: (old: string, chance: Chance) => string): Spoil =>
  lines((rows, chance) => {
    const at = chance.below(rows.length)
    const cells = (rows[at] ?? '').split(',')
    const place = chance.below(cells.length)
    cells[place] = make(cells[place] ?? '', chance)
    rows[at] = cells.join(',')
    return rows
  })

const ODD_CELLS = ['""', '"', '""""', "'", '\u0000', '\uFFFF', '\u202Eabc', '🏫', '=1+1', '31/02/2016', '0000-00-00', '9999-99-99', '-1', '1e309', 'NaN', 'NULL', 'NA', ' ', '\t', '103122', '999999', '10312', 'ＵＲＮ', '﻿URN', 'yes', 'No', 'Open', 'completed', '2016-06-21', '\u00e9\u0301'] as const

const SPOILS: Readonly<Record<string, Spoil>> = {
  'bits flipped': (bytes, chance) => {
    const copy = Buffer.from(bytes)
    for (let n = chance.below(20) + 1; n > 0 && copy.length > 0; n -= 1) {
      const at = chance.below(copy.length)
      copy[at] = (copy[at] ?? 0) ^ (1 << chance.below(8))
    }
    return copy
  },
  'cut short': (bytes, chance) => bytes.subarray(0, chance.below(bytes.length + 1)),
  'a piece cut out': (bytes, chance) => {
    const at = chance.below(bytes.length + 1)
    return Buffer.concat([bytes.subarray(0, at), bytes.subarray(at + chance.below(400))])
  },
  'spliced with another': (bytes, chance, others) => {
    const other = chance.pick(others)
    return Buffer.concat([bytes.subarray(0, chance.below(bytes.length + 1)), other.subarray(chance.below(other.length + 1))])
  },
  'random bytes put in': (bytes, chance) => {
    const at = chance.below(bytes.length + 1)
    return Buffer.concat([bytes.subarray(0, at), Buffer.from(Array.from({ length: chance.below(60) }, () => chance.below(256))), bytes.subarray(at)])
  },
  'zero bytes': (bytes, chance) => {
    const at = chance.below(bytes.length + 1)
    return Buffer.concat([bytes.subarray(0, at), Buffer.alloc(chance.below(30) + 1), bytes.subarray(at)])
  },
  'UTF-16': (bytes, chance) => {
    const wide = Buffer.from((chance.below(2) === 0 ? '\uFEFF' : '') + bytes.toString('utf8'), 'utf16le')
    return chance.below(2) === 0 && wide.length % 2 === 0 ? wide.swap16() : wide
  },
  'another encoding': (bytes, chance) => Buffer.from(`${bytes.toString('utf8')}é’ß`, chance.pick(['latin1', 'utf8', 'ascii'] as const)),
  'a mark in front': (bytes, chance) => Buffer.concat([Buffer.from(chance.pick(['efbbbf', 'efbbbfefbbbf', 'fffe', 'feff', 'fffe0000', '504b0304', '1f8b08']), 'hex'), bytes]),
  packed: (bytes) => gzipSync(bytes),
  'packed and cut': (bytes, chance) => {
    const packed = gzipSync(bytes)
    return packed.subarray(0, chance.below(packed.length))
  },
  'a giant cell': cell((_old, chance) => (chance.below(2) === 0 ? '"' : '') + 'x,\n"'.slice(0, chance.below(5)).repeat(chance.below(60_000) + 1)),
  'an odd cell': cell((_old, chance) => chance.pick(ODD_CELLS)),
  'quotes in quotes': cell((old, chance) => `"${old.replaceAll('"', '')}${'"'.repeat(chance.below(7))}`),
  'another delimiter': (bytes, chance) => Buffer.from(bytes.toString('utf8').replaceAll(',', chance.pick([';', '\t', '|', ',,', ' ', '\u0001']))),
  'other line ends': (bytes, chance) => Buffer.from(bytes.toString('utf8').replaceAll(/\r?\n/g, chance.pick(['\r', '\n', '\r\r\n', '\n\n', '\u2028', '\n \n']))),
  'a column twice': lines((rows, chance) => {
    const place = chance.below((rows[0] ?? '').split(',').length)
    return rows.map((row) => `${row},${row.split(',')[place] ?? ''}`)
  }),
  'a column gone': lines((rows, chance) => {
    const place = chance.below((rows[0] ?? '').split(',').length)
    return rows.map((row) => row.split(',').toSpliced(place, 1).join(','))
  }),
  'a heading renamed': lines((rows, chance) => {
    const cells = (rows[0] ?? '').split(',')
    cells[chance.below(cells.length)] = chance.pick(['URN', '', 'Urn ', '"U""RN"', 'Date', '__proto__', 'constructor', 'toString', 'EstablishmentName'])
    return [cells.join(','), ...rows.slice(1)]
  }),
  'rows shuffled': lines((rows, chance) => rows.map((row) => ({ row, at: chance.below(1_000) })).sort((a, b) => a.at - b.at).map(({ row }) => row)),
  'rows many times': lines((rows, chance) => [...rows, ...Array.from({ length: chance.below(40) }, () => chance.pick(rows))]),
  'ragged rows': lines((rows, chance) => rows.map((row) => (chance.below(6) === 0 ? `${row},` : row))),
  'digits changed': (bytes, chance) => Buffer.from(bytes.toString('utf8').replaceAll(/\d/g, (digit) => (chance.below(40) === 0 ? String(chance.below(10)) : digit))),
}

/** A sound file spoilt one to four times; one in four hundred is first blown up to a megabyte. */
export function spoiltFile(seed: number, sound: SoundFiles): SpoiltFile {
  const chance = chanceOf(seed)
  const kind = chance.pick(importKind.options)
  let bytes = chance.pick(sound[kind])
  const how: string[] = []
  if (chance.below(400) === 0) {
    const rows = bytes.toString('utf8').split(/\r?\n/)
    const body = `${rows.slice(1).join('\r\n')}\r\n`
    bytes = Buffer.from(`${rows[0] ?? ''}\r\n${body.repeat(Math.max(1, Math.floor(MOST_BYTES / Buffer.byteLength(body)) - 1))}`)
    how.push('blown up')
  }
  const others = importKind.options.flatMap((one) => sound[one])
  for (let times = chance.below(4) + 1; times > 0; times -= 1) {
    const name = chance.pick(Object.keys(SPOILS))
    bytes = SPOILS[name]?.(bytes, chance, others) ?? bytes
    how.push(name)
  }
  return { kind, name: `spoilt ${seed} 2016-06-01.csv`, bytes: bytes.subarray(0, MOST_BYTES), how }
}
