import { statement, type ReadHandle } from '../../database/index.ts'

/** Papers still being written, for the rail. */
export function countDrafts(db: ReadHandle): number {
  return statement<{ count: number }>(db, "SELECT count(*) AS count FROM papers WHERE state = 'draft'").get()?.count ?? 0
}
