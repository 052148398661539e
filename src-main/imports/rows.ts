import { CsvError, Parser } from 'csv-parse'
import { asTyped } from '../domain/formula-text.ts'
import { refuse } from '../domain/refusal.ts'
import { unpacked } from './bytes.ts'
import { withOwnCell } from './csv-cell.ts'
import { asUtf8, readEncoding } from './encoding.ts'

/** One row of a file. A row with a `fault` is shown to the officer and taken no further. */
export interface FileRow {
  /** Where the row begins, the heading line being 1. */
  line: number
  cells: readonly string[]
  fault: string | null
}

/** A batch of rows, and how far into the file it reaches. */
export interface RowBatch {
  rows: FileRow[]
  /** Bytes read so far, in UTF-8. */
  bytes: number
}

/** A file of rows whose heading line has been read: CSV, or one sheet of a workbook. */
export interface CsvFile {
  name: string
  /** Of the file as it was given. */
  sha256: string
  /** How it was understood, in words: its encoding, or its sheet. */
  encoding: string
  /** The sheet that is read, and all that have rows; a CSV file has none. */
  sheet: string | null
  sheets: readonly string[]
  /** Unpacked size in bytes. */
  size: number
  headings: readonly string[]
  /** How it was read, for an officer, where that is not plain. */
  notes: readonly string[]
  /** Reads the rows from the beginning, a batch at a time, in bounded memory. */
  batches(): AsyncGenerator<RowBatch>
}

/** Longest cell; a longer one is a file gone wrong, and its row is refused. */
const LONGEST_CELL = 1_000_000
/** Longest row; a longer one is a quote that never closes, and the file is refused. */
const LONGEST_ROW = 8_000_000
/** Most columns; the widest register has 150. More is a file gone wrong, and no list to match columns in. */
const MOST_COLUMNS = 1_000
/** Quartet's own exports put it before what a spreadsheet would run; only a cell that begins with it is looked at. */
const APOSTROPHE = 0x27
const DELIMITERS = [',', ';', '\t'] as const
const WHERE_FROM = 'Nothing was changed. Choose the file as it was downloaded, or save it again as CSV.'

const opened = new WeakMap<File, Promise<CsvFile>>()

/**
 * Opens a file as CSV: its encoding, its delimiter and its headings. Refuses, with a sentence, what is no CSV.
 *
 * What was told of a file holds as long as the file: its bytes never change, and one that was changed on the disk can
 * no longer be read. So a preview and the import after it, where they are given the same file, look at it once.
 */
export function openCsv(file: File): Promise<CsvFile> {
  const known = opened.get(file)
  if (known) return known
  const opening = lookAt(file)
  opened.set(file, opening)
  opening.catch(() => opened.delete(file))
  return opening
}

async function lookAt(file: File): Promise<CsvFile> {
  const { encoding, size, sha256, notes } = await readEncoding(file)
  const text = () => asUtf8(unpacked(file), encoding)
  const delimiter = guessDelimiter(await firstLine(text()))
  const headings = await readHeadings(text(), delimiter)
  return {
    name: file.name,
    sha256,
    encoding,
    sheet: null,
    sheets: [],
    size,
    headings,
    notes,
    batches: () => readRows(text(), delimiter, headings.length),
  }
}

const TOGETHER = 500

/** The same of rows that are at hand, the heading line first. */
export function fileOfRows({ rows, ...file }: Omit<CsvFile, 'headings' | 'batches'> & { rows: readonly FileRow[] }): CsvFile {
  const [heading, ...below] = rows
  const headings = headingsIn(heading?.cells ?? [])
  return {
    ...file,
    headings,
    async *batches() {
      for (let start = 0; start < below.length; start += TOGETHER) {
        const batch = below.slice(start, start + TOGETHER).map((row) => ({ ...row, fault: row.fault ?? faultOf(row.cells, headings.length) }))
        yield { rows: batch, bytes: Math.round((file.size * (start + batch.length)) / below.length) }
      }
    },
  }
}

async function firstLine(pieces: AsyncIterable<Uint8Array | string>): Promise<string> {
  let start = ''
  for await (const piece of pieces) {
    start += typeof piece === 'string' ? piece : Buffer.from(piece).toString('utf8')
    if (start.length > 65_536 || /[\r\n]/u.test(start.trimStart())) break
  }
  return start.trimStart().split(/[\r\n]/u, 1)[0] ?? ''
}

function guessDelimiter(line: string): string {
  const bare = line.replace(/"[^"]*"/gu, '')
  const counts = DELIMITERS.map((delimiter) => bare.split(delimiter).length)
  return DELIMITERS[counts.indexOf(Math.max(...counts))] ?? ','
}

async function readHeadings(pieces: AsyncIterable<Uint8Array | string>, delimiter: string): Promise<string[]> {
  for await (const { rows } of parsed(pieces, delimiter)) {
    const first = rows[0]
    if (first) return headingsIn(first.cells)
  }
  return refuse('empty-file', 'This file has no heading line. Nothing was changed. Choose a CSV file whose first line names its columns.')
}

function headingsIn(cells: readonly string[]): string[] {
  if (cells.length > MOST_COLUMNS) {
    refuse('too-many-columns', `The heading line of this file has ${cells.length.toLocaleString('en-GB')} columns, and Quartet reads no more than ${MOST_COLUMNS.toLocaleString('en-GB')}. ${WHERE_FROM}`)
  }
  return cells.map((cell) => cell.trim())
}

async function* readRows(pieces: AsyncIterable<Uint8Array | string>, delimiter: string, width: number): AsyncGenerator<RowBatch> {
  let headings = true
  for await (const { rows, bytes } of parsed(pieces, delimiter)) {
    if (headings && rows.length > 0) {
      rows.shift()
      headings = false
    }
    for (const row of rows) row.fault ??= faultOf(row.cells, width)
    yield { rows, bytes }
  }
}

function faultOf(cells: readonly string[], width: number): string | null {
  if (cells.length !== width) return `This row has ${cells.length} ${cells.length === 1 ? 'cell' : 'cells'}, but the heading line has ${width}.`
  for (const cell of cells) {
    if (cell.length > LONGEST_CELL) return `A cell of this row holds ${cell.length.toLocaleString('en-GB')} characters, more than any register has.`
  }
  return null
}

/** Rows as csv-parse finds them, blank lines left out; each piece of the file gives one batch. */
async function* parsed(pieces: AsyncIterable<Uint8Array | string>, delimiter: string): AsyncGenerator<RowBatch> {
  let rows: FileRow[] = []
  let bytes = 0
  let linesBefore = 0
  let zeros = false
  const parser = withOwnCell(new Parser({
    bom: true,
    delimiter,
    record_delimiter: ['\r\n', '\n', '\r'],
    relax_column_count: true,
    relax_quotes: true,
    max_record_size: LONGEST_ROW,
    // Rows taken here never enter the stream's queue, which costs more than the parsing of a short row.
    on_record: (cells: string[], context) => {
      bytes = context.bytes
      // csv-parse makes an error of each row that is not as long as the first, with its stack and a copy of the row, though
      // it is told to pass them: a megabyte of such rows took seconds. Each row is a first one; `faultOf` sees its length.
      Reflect.set(parser.info, 'records', 0)
      const line = context.lines === linesBefore + 1 ? context.lines : context.lines - lineEnds(cells)
      linesBefore = context.lines
      for (let at = 0; at < cells.length; at += 1) if (cells[at]?.charCodeAt(0) === APOSTROPHE) cells[at] = asTyped(cells[at] ?? '')
      const fault = zeros && cells.some((cell) => cell.includes('\0')) ? 'This row holds zero bytes, which no text has.' : null
      if (cells.length > 1 || cells[0]?.trim()) rows.push({ line, cells, fault })
      return null
    },
  }))
  const broken = new Promise<never>((_, reject) => parser.once('error', reject))
  broken.catch(() => undefined)
  const taken = (feed: (done: () => void) => void) => Promise.race([broken, new Promise<void>(feed)])
  try {
    let zerosBefore = false
    for await (const piece of pieces) {
      const zerosHere = typeof piece === 'string' ? piece.includes('\0') : piece.includes(0)
      zeros = zerosHere || zerosBefore
      zerosBefore = zerosHere
      await taken((done) => parser.write(piece, () => done()))
      yield { rows, bytes }
      rows = []
    }
    await taken((done) => parser.end(() => done()))
    yield { rows, bytes }
  } catch (error) {
    if (error instanceof CsvError) refuseBroken(error)
    throw error
  } finally {
    parser.destroy()
  }
}

/** A quoted cell may run over several lines; a row is known by the line it begins on. */
function lineEnds(cells: readonly string[]): number {
  let count = 0
  for (const cell of cells) for (let at = cell.indexOf('\n'); at >= 0; at = cell.indexOf('\n', at + 1)) count += 1
  return count
}

function refuseBroken(error: CsvError): never {
  const line = 'lines' in error && typeof error.lines === 'number' ? ` near line ${error.lines}` : ''
  refuse('broken-csv', `This file stops being CSV${line}: a quotation mark opens and does not close, or one row runs on without end. ${WHERE_FROM}`)
}
