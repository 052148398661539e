import { statement, type WriteHandle } from '../../database/index.ts'

/** Inserts any number of rows in one statement; the values stand in the order of `columns`. */
export function manyInserter(db: WriteHandle, table: 'schools' | 'school_facts', columns: readonly string[]): (rows: readonly (readonly unknown[])[]) => void {
  const row = `(${columns.map(() => '?').join(', ')})`
  const start = `INSERT INTO ${table} (${columns.join(', ')}) VALUES `
  const texts = new Map<number, string>()
  return (rows) => {
    if (rows.length === 0) return
    let sql = texts.get(rows.length)
    if (sql === undefined) {
      sql = start + rows.map(() => row).join(', ')
      texts.set(rows.length, sql)
    }
    statement(db, sql).run(...rows.flat())
  }
}
