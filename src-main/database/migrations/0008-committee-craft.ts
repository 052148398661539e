/**
 * The committee secretariat's craft: bodies with schedule, quorum and substitutes; agendas with papers, exempt items and
 * outcomes; arrivals, declarations of interest; minutes that are circulated, agreed and signed as frozen versions;
 * actions that are parked and confirmed at a meeting; and what a text mentions.
 *
 * Frozen once released, as every step.
 */

import { historyTriggers, withoutHistoryTriggers } from './history-triggers.ts'

const BODY_COLUMNS = ['id', 'name', 'code', 'kind', 'district', 'statutory']
const EVENT_COLUMNS = ['id', 'action_id', 'kind', 'date', 'owner', 'due', 'note', 'officer', 'recorded_at']

/** A CHECK cannot be widened, so both tables stand aside while they are made again; their rows stay as they are. */
const WIDER_TABLES = `
PRAGMA defer_foreign_keys = ON;
CREATE TABLE bodies_aside AS SELECT * FROM bodies;
DROP TABLE bodies;
CREATE TABLE bodies (
  id TEXT PRIMARY KEY, name TEXT NOT NULL, code TEXT NOT NULL UNIQUE,
  kind TEXT NOT NULL CHECK (kind IN ('quartet', 'contractManagement', 'districtStrategyGroup', 'crossCutting',
    'educationImprovement', 'auditCommittee', 'lasiWorkshop', 'other')),
  district TEXT, statutory INTEGER NOT NULL CHECK (statutory IN (0, 1)),
  quorum INTEGER CHECK (quorum > 0), clear_days INTEGER CHECK (clear_days >= 0), papers_days INTEGER CHECK (papers_days >= 0),
  usual_time TEXT, usual_place TEXT, ended_on TEXT
) STRICT;
INSERT INTO bodies (${BODY_COLUMNS.join(', ')}) SELECT ${BODY_COLUMNS.join(', ')} FROM bodies_aside;
DROP TABLE bodies_aside;

CREATE TABLE action_events_aside AS SELECT * FROM action_events;
DROP TABLE action_events;
CREATE TABLE action_events (
  id TEXT PRIMARY KEY, action_id TEXT NOT NULL REFERENCES actions (id),
  kind TEXT NOT NULL CHECK (kind IN ('opened', 'started', 'progress', 'extended', 'transferred', 'done', 'confirmed',
    'superseded', 'cancelled', 'reopened', 'parked')),
  date TEXT NOT NULL, owner TEXT, due TEXT, note TEXT NOT NULL, officer TEXT NOT NULL, recorded_at TEXT NOT NULL,
  meeting_id TEXT REFERENCES meetings (id), other_action_id TEXT REFERENCES actions (id), not_before TEXT
) STRICT;
INSERT INTO action_events (${EVENT_COLUMNS.join(', ')}) SELECT ${EVENT_COLUMNS.join(', ')} FROM action_events_aside;
DROP TABLE action_events_aside;
CREATE INDEX action_events_action ON action_events (action_id, date);
CREATE INDEX action_events_meeting ON action_events (meeting_id) WHERE meeting_id IS NOT NULL;
CREATE INDEX action_events_other ON action_events (other_action_id) WHERE other_action_id IS NOT NULL;
`

/** Columns that older tables gain, each after those that it has. */
const ADDED: Readonly<Record<string, { readonly had: readonly string[]; readonly gains: Readonly<Record<string, string>> }>> = {
  body_members: { had: ['id', 'body_id', 'role', 'organisation', 'chair', 'valid_from', 'valid_to'], gains: { substitute: 'TEXT' } },
  standing_items: {
    had: ['id', 'body_id', 'position', 'title', 'purpose'],
    gains: { presenter: 'TEXT', minutes: 'INTEGER CHECK (minutes > 0)', role: "TEXT CHECK (role IN ('lastMinutes', 'mattersArising'))" },
  },
  meetings: {
    had: ['id', 'body_id', 'date', 'time', 'place', 'state'],
    gains: {
      ended_at: 'TEXT',
      agenda_issued_on: 'TEXT',
      state_reason: 'TEXT',
      continues_id: 'TEXT REFERENCES meetings (id)',
      source_file_id: 'TEXT REFERENCES files (id)',
    },
  },
  attendees: {
    had: ['id', 'meeting_id', 'role', 'organisation', 'presence'],
    gains: { stands_in_for: 'TEXT', arrived_at: 'TEXT', left_at: 'TEXT' },
  },
  agenda_items: {
    had: ['id', 'meeting_id', 'position', 'title', 'presenter', 'purpose'],
    gains: {
      minutes: 'INTEGER CHECK (minutes > 0)',
      paragraph: 'INTEGER CHECK (paragraph BETWEEN 1 AND 7)',
      public_interest: 'TEXT',
      role: "TEXT CHECK (role IN ('lastMinutes', 'mattersArising'))",
      outcome: "TEXT CHECK (outcome IN ('noted', 'deferred', 'withdrawn'))",
    },
  },
  actions: {
    had: ['id', 'meeting_id', 'item_id', 'ordinal', 'text', 'not_before'],
    gains: { visit_id: 'TEXT REFERENCES visits (id)', school_id: 'TEXT REFERENCES schools (id)' },
  },
}

function addedColumns(table: string): string {
  const { had, gains } = ADDED[table] ?? { had: [], gains: {} }
  return [
    withoutHistoryTriggers(table),
    ...Object.entries(gains).map(([column, type]) => `ALTER TABLE ${table} ADD COLUMN ${column} ${type};`),
    historyTriggers(table, [...had, ...Object.keys(gains)]),
  ].join('\n')
}

const NEW_TABLES: Readonly<Record<string, readonly string[]>> = {
  body_schedules: ['id', 'body_id', 'rhythm', 'first_on', 'dates', 'valid_from', 'valid_to'],
  bank_holidays: ['id', 'date', 'title'],
  item_papers: ['id', 'item_id', 'position', 'title', 'file_id', 'paper_id', 'paragraph', 'public_interest'],
  declarations: ['id', 'meeting_id', 'attendee_id', 'item_id', 'kind', 'interest', 'withdrew'],
  minutes_versions: ['id', 'meeting_id', 'number', 'kind', 'content', 'file_id', 'public_file_id', 'sha256', 'made_on'],
  minutes_events: [
    'id', 'meeting_id', 'kind', 'date', 'version_id', 'at_meeting_id', 'at_item_id', 'by_whom', 'note', 'officer', 'recorded_at',
  ],
  minute_corrections: ['id', 'item_id', 'at_item_id', 'old_words', 'new_words', 'reason', 'recorded_at'],
}

const SCHEMA = `
CREATE TABLE body_schedules (
  id TEXT PRIMARY KEY, body_id TEXT NOT NULL REFERENCES bodies (id),
  rhythm TEXT NOT NULL CHECK (rhythm IN ('weekly', 'fortnightly', 'monthly', 'termly', 'dates', 'none')),
  first_on TEXT, dates TEXT NOT NULL CHECK (json_valid(dates)), valid_from TEXT NOT NULL, valid_to TEXT,
  CHECK (valid_to IS NULL OR valid_to >= valid_from)
) STRICT;
CREATE INDEX body_schedules_body ON body_schedules (body_id, valid_from);

CREATE TABLE bank_holidays (id TEXT PRIMARY KEY, date TEXT NOT NULL UNIQUE, title TEXT NOT NULL) STRICT;

CREATE TABLE item_papers (
  id TEXT PRIMARY KEY, item_id TEXT NOT NULL REFERENCES agenda_items (id), position INTEGER NOT NULL, title TEXT NOT NULL,
  file_id TEXT REFERENCES files (id), paper_id TEXT REFERENCES papers (id),
  paragraph INTEGER CHECK (paragraph BETWEEN 1 AND 7), public_interest TEXT,
  CHECK (file_id IS NULL OR paper_id IS NULL)
) STRICT;
CREATE INDEX item_papers_item ON item_papers (item_id, position);
CREATE INDEX item_papers_paper ON item_papers (paper_id) WHERE paper_id IS NOT NULL;

CREATE TABLE declarations (
  id TEXT PRIMARY KEY, meeting_id TEXT NOT NULL REFERENCES meetings (id), attendee_id TEXT NOT NULL REFERENCES attendees (id),
  item_id TEXT REFERENCES agenda_items (id), kind TEXT NOT NULL CHECK (kind IN ('pecuniary', 'other')), interest TEXT NOT NULL,
  withdrew INTEGER NOT NULL CHECK (withdrew IN (0, 1))
) STRICT;
CREATE INDEX declarations_meeting ON declarations (meeting_id);
CREATE INDEX declarations_attendee ON declarations (attendee_id);
CREATE INDEX declarations_item ON declarations (item_id) WHERE item_id IS NOT NULL;

CREATE TABLE minutes_versions (
  id TEXT PRIMARY KEY, meeting_id TEXT NOT NULL REFERENCES meetings (id), number INTEGER NOT NULL,
  kind TEXT NOT NULL CHECK (kind IN ('circulated', 'agreed')), content TEXT NOT NULL CHECK (json_valid(content)),
  file_id TEXT NOT NULL REFERENCES files (id), public_file_id TEXT REFERENCES files (id), sha256 TEXT NOT NULL, made_on TEXT NOT NULL,
  UNIQUE (meeting_id, number)
) STRICT;
CREATE TABLE minutes_events (
  id TEXT PRIMARY KEY, meeting_id TEXT NOT NULL REFERENCES meetings (id),
  kind TEXT NOT NULL CHECK (kind IN ('circulated', 'comment', 'agreed', 'agreedWithCorrections', 'signed')), date TEXT NOT NULL,
  version_id TEXT REFERENCES minutes_versions (id), at_meeting_id TEXT REFERENCES meetings (id), at_item_id TEXT REFERENCES agenda_items (id),
  by_whom TEXT NOT NULL, note TEXT NOT NULL, officer TEXT NOT NULL, recorded_at TEXT NOT NULL
) STRICT;
CREATE INDEX minutes_events_meeting ON minutes_events (meeting_id, date);
CREATE INDEX minutes_events_version ON minutes_events (version_id) WHERE version_id IS NOT NULL;
CREATE INDEX minutes_events_at_meeting ON minutes_events (at_meeting_id) WHERE at_meeting_id IS NOT NULL;
CREATE INDEX minutes_events_at_item ON minutes_events (at_item_id) WHERE at_item_id IS NOT NULL;
CREATE TABLE minute_corrections (
  id TEXT PRIMARY KEY, item_id TEXT NOT NULL REFERENCES agenda_items (id), at_item_id TEXT NOT NULL REFERENCES agenda_items (id),
  old_words TEXT NOT NULL, new_words TEXT NOT NULL, reason TEXT NOT NULL, recorded_at TEXT NOT NULL
) STRICT;
CREATE INDEX minute_corrections_item ON minute_corrections (item_id);
CREATE INDEX minute_corrections_at ON minute_corrections (at_item_id);

CREATE INDEX meetings_continues ON meetings (continues_id) WHERE continues_id IS NOT NULL;
CREATE INDEX actions_visit ON actions (visit_id) WHERE visit_id IS NOT NULL;
CREATE INDEX actions_school ON actions (school_id) WHERE school_id IS NOT NULL;
`

/**
 * What a text mentions with its live links, read out of the document as search reads its words: derived, so without a
 * history of its own. `source_id` is the row's own id.
 */
const MENTIONS = `
CREATE TABLE mentions (
  kind TEXT NOT NULL, target TEXT NOT NULL, source TEXT NOT NULL, source_id TEXT NOT NULL,
  PRIMARY KEY (kind, target, source, source_id)
) STRICT, WITHOUT ROWID;
CREATE INDEX mentions_source ON mentions (source, source_id);
`

function mentionsOf(table: string): string {
  const kept = `
  INSERT OR IGNORE INTO mentions (kind, target, source, source_id)
  SELECT value ->> '$.attrs.kind', value ->> '$.attrs.target', '${table}', new.id FROM json_tree(new.document)
  WHERE type = 'object' AND value ->> '$.type' = 'mention';
END;`
  return `
CREATE TRIGGER ${table}_mentions_insert AFTER INSERT ON ${table} BEGIN${kept}
CREATE TRIGGER ${table}_mentions_update AFTER UPDATE OF document ON ${table} BEGIN
  DELETE FROM mentions WHERE source = '${table}' AND source_id = old.id;${kept}
CREATE TRIGGER ${table}_mentions_delete AFTER DELETE ON ${table} BEGIN
  DELETE FROM mentions WHERE source = '${table}' AND source_id = old.id;
END;
`
}

export const committeeCraft = {
  version: 8,
  name: 'committee craft',
  sql: [
    WIDER_TABLES,
    historyTriggers('bodies', [...BODY_COLUMNS, 'quorum', 'clear_days', 'papers_days', 'usual_time', 'usual_place', 'ended_on']),
    historyTriggers('action_events', [...EVENT_COLUMNS, 'meeting_id', 'other_action_id', 'not_before']),
    ...Object.keys(ADDED).map(addedColumns),
    SCHEMA,
    ...Object.entries(NEW_TABLES).map(([table, columns]) => historyTriggers(table, columns)),
    MENTIONS,
    mentionsOf('minutes'),
    mentionsOf('paper_sections'),
  ].join('\n'),
}
