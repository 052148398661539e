import type { CivilDate } from '../../api/base.ts'
import { statement, type ReadHandle } from '../../database/index.ts'

/** The date of the newest register file whose rows stand in the workspace. */
export function newestRegisterDate(db: ReadHandle): CivilDate | null {
  return statement<{ date: string | null }>(db, 'SELECT max(register_date) AS date FROM schools').get()?.date ?? null
}

export function countSchools(db: ReadHandle): number {
  return statement<{ count: number }>(db, 'SELECT count(*) AS count FROM schools').get()?.count ?? 0
}
