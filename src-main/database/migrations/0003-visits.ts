/**
 * Visits complete, and who is a member of a District Strategy Group.
 *
 * Frozen once released: a later need is a later migration.
 */

import { historyTriggers, withoutHistoryTriggers } from './history-triggers.ts'

const VISIT_COLUMNS = ['id', 'school_id', 'date', 'visitor', 'kind', 'status', 'counts', 'purpose', 'note', 'recorded_at']

/** In the order in which they are added, after those of the first workspace. */
const NEW_VISIT_COLUMNS = ['planned_for', 'cancelled_because', 'evidence', 'response', 'responded_on', 'response_note']

const SQL = `
ALTER TABLE visits ADD COLUMN planned_for TEXT;
ALTER TABLE visits ADD COLUMN cancelled_because TEXT;
ALTER TABLE visits ADD COLUMN evidence TEXT;
ALTER TABLE visits ADD COLUMN response TEXT CHECK (response IN ('accurate', 'notAccurate'));
ALTER TABLE visits ADD COLUMN responded_on TEXT;
ALTER TABLE visits ADD COLUMN response_note TEXT;

CREATE TABLE group_schools (
  id TEXT PRIMARY KEY, body_id TEXT NOT NULL REFERENCES bodies (id), school_id TEXT NOT NULL REFERENCES schools (id),
  member INTEGER NOT NULL CHECK (member IN (0, 1)), representative TEXT NOT NULL,
  valid_from TEXT NOT NULL, valid_to TEXT, CHECK (valid_to IS NULL OR valid_to >= valid_from),
  UNIQUE (body_id, school_id, valid_from)
) STRICT;
CREATE INDEX group_schools_school ON group_schools (school_id);
`

export const visitsAndGroups = {
  version: 3,
  name: 'visits and groups',
  sql: [
    withoutHistoryTriggers('visits'),
    SQL,
    historyTriggers('visits', [...VISIT_COLUMNS, ...NEW_VISIT_COLUMNS]),
    historyTriggers('group_schools', ['id', 'body_id', 'school_id', 'member', 'representative', 'valid_from', 'valid_to']),
  ].join('\n'),
}
