import type { WriteHandle } from '../../database/index.ts'
import { manyInserter } from './batch-queries.ts'

const TOGETHER = 64

/**
 * Rows that are inserted many at a time. With search and history hanging on each statement, a statement for 64 rows costs
 * little more than one for a single row.
 */
export class Batch {
  readonly #insert: (rows: readonly (readonly unknown[])[]) => void
  #rows: (readonly unknown[])[] = []

  constructor(db: WriteHandle, table: 'schools' | 'school_facts', columns: readonly string[]) {
    this.#insert = manyInserter(db, table, columns)
  }

  add(values: readonly unknown[]): void {
    this.#rows.push(values)
  }

  get full(): boolean {
    return this.#rows.length >= TOGETHER
  }

  flush(): void {
    for (let start = 0; start < this.#rows.length; start += TOGETHER) this.#insert(this.#rows.slice(start, start + TOGETHER))
    this.#rows = []
  }
}
