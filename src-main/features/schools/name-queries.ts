import { statement, type WriteHandle } from '../../database/index.ts'
import { withoutNames } from '../../domain/register-rest.ts'

/** Takes the names of head teachers and proprietors out of every record; answers how many records had one. */
export function removeNames(db: WriteHandle): number {
  const records = statement<{ id: string; head: string | null; rest: string | null }>(db, 'SELECT id, head_name AS head, rest FROM schools WHERE head_name IS NOT NULL OR rest IS NOT NULL').all()
  const update = statement(db, 'UPDATE schools SET head_name = NULL, rest = ? WHERE id = ?')
  let removed = 0
  for (const { id, head, rest } of records) {
    const after = withoutNames(rest)
    if (head === null && after === rest) continue
    update.run(after, id)
    removed += 1
  }
  return removed
}
