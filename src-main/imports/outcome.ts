import { createHash } from 'node:crypto'
import type { ColumnMatch, ImportKind, ImportOutcome, PreviewRow, RefusedRow } from '../api/imports.ts'
import type { CivilDate } from '../domain/dates.ts'

export interface FieldChange {
  field: string
  before: string
  after: string
}

/** What a plan says of one row. */
export type Verdict =
  | { sort: 'unchanged' | 'ignored' }
  | { sort: 'refused'; urn: string; reason: string }
  | {
      sort: 'added' | 'changed'
      urn: string
      name: string
      statusChanged?: boolean
      shown: FieldChange[]
      /** Everything that will be written, as text: what the digest seals. */
      seal: string
    }

/** What stands above the counts: the file, and how it was understood. */
export interface ImportSubject {
  kind: ImportKind
  fileName: string
  sha256: string
  encoding: string
  sheet: string | null
  sheets: readonly string[]
  columns: ColumnMatch | null
  matchedOn: CivilDate | null
  fileDate: CivilDate | null
  fileDateFrom: string | null
  la: string | null
  notes: string[]
}

/** Most rows of one sort that a preview lists. The counts are always whole. */
const EXAMPLES = 200
/** Most refused rows that are listed: more than an officer reads, enough for a program. */
const REFUSED = 10_000

/** Counts the rows of a plan, keeps examples of each sort, and seals what was shown. */
export class Tally {
  readonly #subject: ImportSubject
  readonly #digest = createHash('sha256')
  readonly #examples = new Map<PreviewRow['change'], PreviewRow[]>()
  readonly #refused: RefusedRow[] = []
  #refusedCount = 0
  readonly counts = { rows: 0, added: 0, changed: 0, statusChanged: 0, unchanged: 0, notInFile: 0, ignored: 0 }

  constructor(subject: ImportSubject) {
    this.#subject = subject
    this.#digest.update(JSON.stringify([subject.kind, subject.sha256, subject.fileDate, subject.la, subject.sheet, subject.columns]))
  }

  get refusedCount(): number {
    return this.#refusedCount
  }

  row(line: number, verdict: Verdict): void {
    this.counts.rows += 1
    if (verdict.sort === 'refused') {
      this.#refusedCount += 1
      this.#digest.update(`\nrefused ${line}`)
      if (this.#refused.length < REFUSED) this.#refused.push({ line, urn: verdict.urn, reason: verdict.reason })
      return
    }
    this.counts[verdict.sort] += 1
    if (!('seal' in verdict)) return
    this.#digest.update(`\n${verdict.sort} ${verdict.seal}`)
    if (verdict.statusChanged) this.counts.statusChanged += 1
    this.#example({ line, urn: verdict.urn, name: verdict.name, change: verdict.statusChanged ? 'statusChanged' : verdict.sort, fields: verdict.shown })
  }

  /** A record that the register has and the file does not: listed, never touched. */
  gone(urn: string, name: string): void {
    this.counts.notInFile += 1
    this.#example({ line: null, urn, name, change: 'notInFile', fields: [] })
  }

  #example(row: PreviewRow): void {
    const kept = this.#examples.get(row.change)
    if (!kept) this.#examples.set(row.change, [row])
    else if (kept.length < EXAMPLES) kept.push(row)
  }

  /** The whole outcome; the tally takes no more rows after it. */
  outcome(): ImportOutcome {
    const { la, ...subject } = this.#subject
    return {
      ...subject,
      sheets: [...subject.sheets],
      ...this.counts,
      refused: this.#refused,
      refusedCount: this.#refusedCount,
      examples: [...this.#examples.values()].flat(),
      digest: this.#digest.digest('hex'),
      applied: false,
      transactionId: null,
      notes: la === null ? subject.notes : [`Only records of local authority ${la} are taken.`, ...subject.notes],
    }
  }
}
