/**
 * What an import left out, kept beside its counts; and what an officer has looked at and found to be in order.
 *
 * A remark on the data is accepted as the facts stood (`facts`): where they change, it is a remark again.
 */
import { historyTriggers } from './history-triggers.ts'

const SCHEMA = `
CREATE TABLE import_refusals (
  id TEXT PRIMARY KEY, import_id TEXT NOT NULL REFERENCES imports (id), line INTEGER NOT NULL, urn TEXT NOT NULL, reason TEXT NOT NULL
) STRICT;
CREATE INDEX import_refusals_import ON import_refusals (import_id, line);

CREATE TABLE quality_acceptances (
  id TEXT PRIMARY KEY, rule TEXT NOT NULL, subject TEXT NOT NULL, facts TEXT NOT NULL, reason TEXT NOT NULL,
  accepted_on TEXT NOT NULL, officer TEXT NOT NULL, recorded_at TEXT NOT NULL, UNIQUE (rule, subject)
) STRICT;
`

export const importHistoryAndQuality = {
  version: 5,
  name: 'import history and data quality',
  sql: [
    SCHEMA,
    historyTriggers('import_refusals', ['id', 'import_id', 'line', 'urn', 'reason']),
    historyTriggers('quality_acceptances', ['id', 'rule', 'subject', 'facts', 'reason', 'accepted_on', 'officer', 'recorded_at']),
  ].join('\n'),
}
