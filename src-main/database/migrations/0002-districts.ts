/** School to district comes in from a file, a new kind of import; and the columns of any file may be matched by hand. Frozen once released. */

import { historyTriggers } from './history-triggers.ts'

const IMPORT_COLUMNS = [
  'id', 'kind', 'file_name', 'sha256', 'file_id', 'encoding', 'file_date', 'fields', 'rows', 'added', 'changed',
  'status_changed', 'unchanged', 'not_in_file', 'ignored', 'refused', 'transaction_id', 'applied_at',
]

/**
 * `imports` with more kinds. SQLite cannot widen a CHECK, so the table is made again with the same columns in the same
 * order. Dated facts point at it: while it is away their keys are not asked after, and once the rows are back under the
 * same name they hold again. Its history stays true, because the rows are put back before the triggers are.
 */
const IMPORTS_OF_MORE_KINDS = `
PRAGMA defer_foreign_keys = ON;
CREATE TEMP TABLE imports_kept AS SELECT ${IMPORT_COLUMNS.join(', ')} FROM imports;
DROP TABLE imports;
CREATE TABLE imports (
  id TEXT PRIMARY KEY,
  kind TEXT NOT NULL CHECK (kind IN ('register', 'links', 'visits', 'attendance', 'needs', 'districts', 'outcomes')),
  file_name TEXT NOT NULL, sha256 TEXT NOT NULL, file_id TEXT REFERENCES files (id), encoding TEXT NOT NULL, file_date TEXT,
  fields TEXT NOT NULL CHECK (json_valid(fields)),
  rows INTEGER NOT NULL, added INTEGER NOT NULL, changed INTEGER NOT NULL, status_changed INTEGER NOT NULL,
  unchanged INTEGER NOT NULL, not_in_file INTEGER NOT NULL, ignored INTEGER NOT NULL, refused INTEGER NOT NULL,
  transaction_id TEXT NOT NULL, applied_at TEXT NOT NULL
) STRICT;
INSERT INTO imports SELECT ${IMPORT_COLUMNS.join(', ')} FROM temp.imports_kept;
DROP TABLE temp.imports_kept;
${historyTriggers('imports', IMPORT_COLUMNS)}
`

/** How an officer matched the columns of a file with these headings: the latest row holds for the next such file. */
const MATCHED_COLUMNS = `
CREATE TABLE import_mappings (
  id TEXT PRIMARY KEY, kind TEXT NOT NULL, headings_hash TEXT NOT NULL, columns TEXT NOT NULL CHECK (json_valid(columns)),
  matched_on TEXT NOT NULL
) STRICT;
CREATE INDEX import_mappings_headings ON import_mappings (kind, headings_hash);
${historyTriggers('import_mappings', ['id', 'kind', 'headings_hash', 'columns', 'matched_on'])}
`

export const districts = {
  version: 2,
  name: 'districts',
  sql: IMPORTS_OF_MORE_KINDS + MATCHED_COLUMNS,
}
