/** Lists as officers keep them: filters, order and columns under a name. */
import { historyTriggers } from './history-triggers.ts'

export const savedViews = {
  version: 6,
  name: 'saved views',
  sql: [
    `CREATE TABLE saved_views (
  id TEXT PRIMARY KEY, list TEXT NOT NULL, name TEXT NOT NULL COLLATE NOCASE, state TEXT NOT NULL CHECK (json_valid(state)),
  UNIQUE (list, name)
) STRICT, WITHOUT ROWID;`,
    historyTriggers('saved_views', ['id', 'list', 'name', 'state']),
  ].join('\n'),
}
