/**
 * The first workspace: every table of the first whole path, its history and its search.
 *
 * Frozen once released: a later need is a later migration. It imports nothing of the app for the same reason.
 */

import { historyTriggers } from './history-triggers.ts'

/** Tables whose every change is kept in `history`, with the columns that are kept. `id` comes first. */
const TRACKED: Readonly<Record<string, readonly string[]>> = {
  transactions: ['id', 'at', 'officer', 'summary', 'undoes', 'final'],
  settings: ['id', 'value'],
  files: ['id', 'name', 'media', 'sha256', 'size'],
  imports: [
    'id', 'kind', 'file_name', 'sha256', 'file_id', 'encoding', 'file_date', 'fields', 'rows', 'added', 'changed',
    'status_changed', 'unchanged', 'not_in_file', 'ignored', 'refused', 'transaction_id', 'applied_at',
  ],
  establishment_types: ['id', 'name', 'type_group', 'school_group'],
  schools: [
    'id', 'urn', 'la_code', 'la_name', 'establishment_number', 'name', 'phase', 'open_date', 'close_date',
    'reason_opened', 'reason_closed', 'street', 'locality', 'address3', 'town', 'county', 'postcode', 'website',
    'telephone', 'low_age', 'high_age', 'capacity', 'pupils', 'gender', 'religious_character', 'trust', 'sponsor',
    'ward', 'ukprn', 'ofsted_rating', 'ofsted_date', 'register_date',
  ],
  school_facts: ['id', 'school_id', 'fact', 'value', 'valid_from', 'valid_to', 'import_id'],
  school_links: ['id', 'urn', 'link_urn', 'type', 'established_on'],
  visits: ['id', 'school_id', 'date', 'visitor', 'kind', 'status', 'counts', 'purpose', 'note', 'recorded_at'],
  need_judgements: ['id', 'school_id', 'decided_on', 'requires_package', 'reason', 'recorded_at'],
  bodies: ['id', 'name', 'code', 'kind', 'district', 'statutory'],
  body_aliases: ['id', 'body_id', 'name'],
  body_members: ['id', 'body_id', 'role', 'organisation', 'chair', 'valid_from', 'valid_to'],
  standing_items: ['id', 'body_id', 'position', 'title', 'purpose'],
  meetings: ['id', 'body_id', 'date', 'time', 'place', 'state'],
  attendees: ['id', 'meeting_id', 'role', 'organisation', 'presence'],
  school_attendance: ['id', 'meeting_id', 'school_id', 'attended'],
  agenda_items: ['id', 'meeting_id', 'position', 'title', 'presenter', 'purpose'],
  minutes: ['id', 'item_id', 'document', 'text', 'saved_at'],
  decisions: ['id', 'body_id', 'meeting_id', 'item_id', 'year', 'ordinal', 'text', 'reasons'],
  actions: ['id', 'meeting_id', 'item_id', 'ordinal', 'text', 'not_before'],
  action_events: ['id', 'action_id', 'kind', 'date', 'owner', 'due', 'note', 'officer', 'recorded_at'],
  papers: ['id', 'kind', 'title', 'meeting_date', 'as_at', 'layout', 'state', 'revises_id'],
  paper_sections: ['id', 'paper_id', 'position', 'key', 'heading', 'document', 'text', 'saved_at'],
  paper_issues: ['id', 'paper_id', 'issued_on', 'file_id', 'sha256', 'figures'],
}

/** Tables into which the national register is read. */
const BULK: ReadonlySet<string> = new Set(['schools', 'school_facts'])

const SCHEMA = `
CREATE TABLE change_context (
  one INTEGER PRIMARY KEY CHECK (one = 1),
  transaction_id TEXT NOT NULL, at TEXT NOT NULL, officer TEXT NOT NULL,
  bulk INTEGER NOT NULL DEFAULT 0 CHECK (bulk IN (0, 1))
) STRICT;

CREATE TABLE history (
  seq INTEGER PRIMARY KEY,
  transaction_id TEXT, at TEXT, officer TEXT,
  table_name TEXT NOT NULL, row_id TEXT NOT NULL,
  action TEXT NOT NULL CHECK (action IN ('insert', 'update', 'delete')),
  before TEXT, after TEXT
) STRICT;
CREATE INDEX history_row ON history (table_name, row_id, seq);
CREATE INDEX history_transaction ON history (transaction_id);
CREATE TABLE history_seals (seq INTEGER PRIMARY KEY, hash TEXT NOT NULL) STRICT;
CREATE TABLE history_head (one INTEGER PRIMARY KEY CHECK (one = 1), entries INTEGER NOT NULL, hash TEXT NOT NULL) STRICT;
INSERT INTO history_head VALUES (1, 0, '');

CREATE TABLE transactions (
  id TEXT PRIMARY KEY, at TEXT NOT NULL, officer TEXT NOT NULL, summary TEXT NOT NULL,
  undoes TEXT REFERENCES transactions (id),
  final INTEGER NOT NULL DEFAULT 0 CHECK (final IN (0, 1))
) STRICT, WITHOUT ROWID;
CREATE INDEX transactions_undoes ON transactions (undoes) WHERE undoes IS NOT NULL;

CREATE TABLE settings (id TEXT PRIMARY KEY, value TEXT NOT NULL CHECK (json_valid(value))) STRICT, WITHOUT ROWID;

CREATE TABLE files (
  id TEXT PRIMARY KEY, name TEXT NOT NULL, media TEXT NOT NULL, sha256 TEXT NOT NULL, size INTEGER NOT NULL, bytes BLOB NOT NULL
) STRICT;

CREATE TABLE imports (
  id TEXT PRIMARY KEY,
  kind TEXT NOT NULL CHECK (kind IN ('register', 'links', 'visits', 'attendance', 'needs')),
  file_name TEXT NOT NULL, sha256 TEXT NOT NULL, file_id TEXT REFERENCES files (id), encoding TEXT NOT NULL, file_date TEXT,
  fields TEXT NOT NULL CHECK (json_valid(fields)),
  rows INTEGER NOT NULL, added INTEGER NOT NULL, changed INTEGER NOT NULL, status_changed INTEGER NOT NULL,
  unchanged INTEGER NOT NULL, not_in_file INTEGER NOT NULL, ignored INTEGER NOT NULL, refused INTEGER NOT NULL,
  transaction_id TEXT NOT NULL, applied_at TEXT NOT NULL
) STRICT;

CREATE TABLE establishment_types (
  id TEXT PRIMARY KEY, name TEXT NOT NULL UNIQUE COLLATE NOCASE, type_group TEXT NOT NULL,
  school_group TEXT NOT NULL CHECK (school_group IN ('maintained', 'academy', 'neither'))
) STRICT;

CREATE TABLE schools (
  n INTEGER PRIMARY KEY,
  id TEXT NOT NULL UNIQUE,
  urn TEXT NOT NULL UNIQUE CHECK (length(urn) = 6),
  la_code TEXT, la_name TEXT, establishment_number TEXT,
  name TEXT NOT NULL, phase TEXT, open_date TEXT, close_date TEXT, reason_opened TEXT, reason_closed TEXT,
  street TEXT, locality TEXT, address3 TEXT, town TEXT, county TEXT, postcode TEXT, website TEXT, telephone TEXT,
  low_age INTEGER, high_age INTEGER, capacity INTEGER, pupils INTEGER, gender TEXT, religious_character TEXT,
  trust TEXT, sponsor TEXT, ward TEXT, ukprn TEXT, ofsted_rating TEXT, ofsted_date TEXT,
  register_date TEXT
) STRICT;

CREATE TABLE school_facts (
  id TEXT PRIMARY KEY, school_id TEXT NOT NULL REFERENCES schools (id),
  fact TEXT NOT NULL CHECK (fact IN ('type', 'status', 'district')),
  value TEXT NOT NULL, valid_from TEXT NOT NULL, valid_to TEXT, import_id TEXT REFERENCES imports (id),
  CHECK (valid_to IS NULL OR valid_to >= valid_from)
) STRICT, WITHOUT ROWID;
CREATE UNIQUE INDEX school_facts_start ON school_facts (school_id, fact, valid_from);

CREATE TABLE school_links (
  id TEXT PRIMARY KEY, urn TEXT NOT NULL, link_urn TEXT NOT NULL, type TEXT NOT NULL, established_on TEXT,
  UNIQUE (urn, link_urn, type)
) STRICT;
CREATE INDEX school_links_back ON school_links (link_urn);

CREATE TABLE visits (
  id TEXT PRIMARY KEY, school_id TEXT NOT NULL REFERENCES schools (id), date TEXT NOT NULL, visitor TEXT NOT NULL,
  kind TEXT NOT NULL CHECK (kind IN ('visit', 'telephone', 'virtual', 'meeting')),
  status TEXT NOT NULL CHECK (status IN ('planned', 'completed', 'cancelled')),
  counts INTEGER NOT NULL CHECK (counts IN (0, 1)),
  purpose TEXT NOT NULL, note TEXT NOT NULL, recorded_at TEXT NOT NULL
) STRICT;
CREATE INDEX visits_school ON visits (school_id, date);
CREATE INDEX visits_date ON visits (date);

CREATE TABLE need_judgements (
  id TEXT PRIMARY KEY, school_id TEXT NOT NULL REFERENCES schools (id), decided_on TEXT NOT NULL,
  requires_package INTEGER NOT NULL CHECK (requires_package IN (0, 1)), reason TEXT NOT NULL, recorded_at TEXT NOT NULL
) STRICT;
CREATE INDEX need_judgements_school ON need_judgements (school_id, decided_on);

CREATE TABLE bodies (
  id TEXT PRIMARY KEY, name TEXT NOT NULL, code TEXT NOT NULL UNIQUE,
  kind TEXT NOT NULL CHECK (kind IN ('quartet', 'contractManagement', 'districtStrategyGroup', 'crossCutting',
    'educationImprovement', 'auditCommittee', 'lasiWorkshop')),
  district TEXT, statutory INTEGER NOT NULL CHECK (statutory IN (0, 1))
) STRICT;
CREATE TABLE body_aliases (
  id TEXT PRIMARY KEY, body_id TEXT NOT NULL REFERENCES bodies (id), name TEXT NOT NULL COLLATE NOCASE, UNIQUE (body_id, name)
) STRICT;
CREATE TABLE body_members (
  id TEXT PRIMARY KEY, body_id TEXT NOT NULL REFERENCES bodies (id), role TEXT NOT NULL, organisation TEXT NOT NULL,
  chair INTEGER NOT NULL CHECK (chair IN (0, 1)), valid_from TEXT NOT NULL, valid_to TEXT
) STRICT;
CREATE INDEX body_members_body ON body_members (body_id);
CREATE TABLE standing_items (
  id TEXT PRIMARY KEY, body_id TEXT NOT NULL REFERENCES bodies (id), position INTEGER NOT NULL, title TEXT NOT NULL,
  purpose TEXT NOT NULL CHECK (purpose IN ('decision', 'discussion', 'information'))
) STRICT;
CREATE INDEX standing_items_body ON standing_items (body_id, position);

CREATE TABLE meetings (
  id TEXT PRIMARY KEY, body_id TEXT NOT NULL REFERENCES bodies (id), date TEXT NOT NULL, time TEXT NOT NULL, place TEXT NOT NULL,
  state TEXT NOT NULL CHECK (state IN ('planned', 'agendaIssued', 'held', 'cancelled', 'inquorate', 'adjourned'))
) STRICT;
CREATE INDEX meetings_body ON meetings (body_id, date);
CREATE INDEX meetings_date ON meetings (date);
CREATE TABLE attendees (
  id TEXT PRIMARY KEY, meeting_id TEXT NOT NULL REFERENCES meetings (id), role TEXT NOT NULL, organisation TEXT NOT NULL,
  presence TEXT CHECK (presence IN ('present', 'inAttendance', 'apologies', 'absent'))
) STRICT;
CREATE INDEX attendees_meeting ON attendees (meeting_id);
CREATE TABLE school_attendance (
  id TEXT PRIMARY KEY, meeting_id TEXT NOT NULL REFERENCES meetings (id), school_id TEXT NOT NULL REFERENCES schools (id),
  attended INTEGER NOT NULL CHECK (attended IN (0, 1)), UNIQUE (meeting_id, school_id)
) STRICT;
CREATE INDEX school_attendance_school ON school_attendance (school_id);

CREATE TABLE agenda_items (
  id TEXT PRIMARY KEY, meeting_id TEXT NOT NULL REFERENCES meetings (id), position INTEGER NOT NULL, title TEXT NOT NULL,
  presenter TEXT NOT NULL, purpose TEXT NOT NULL CHECK (purpose IN ('decision', 'discussion', 'information'))
) STRICT;
CREATE INDEX agenda_items_meeting ON agenda_items (meeting_id, position);
CREATE TABLE minutes (
  n INTEGER PRIMARY KEY,
  id TEXT NOT NULL UNIQUE, item_id TEXT NOT NULL UNIQUE REFERENCES agenda_items (id),
  document TEXT NOT NULL CHECK (json_valid(document)), text TEXT NOT NULL, saved_at TEXT NOT NULL
) STRICT;
CREATE TABLE decisions (
  n INTEGER PRIMARY KEY,
  id TEXT NOT NULL UNIQUE, body_id TEXT NOT NULL REFERENCES bodies (id), meeting_id TEXT NOT NULL REFERENCES meetings (id),
  item_id TEXT NOT NULL REFERENCES agenda_items (id), year INTEGER NOT NULL, ordinal INTEGER NOT NULL,
  text TEXT NOT NULL, reasons TEXT NOT NULL, UNIQUE (body_id, year, ordinal)
) STRICT;
CREATE INDEX decisions_meeting ON decisions (meeting_id);
CREATE INDEX decisions_item ON decisions (item_id);

CREATE TABLE actions (
  n INTEGER PRIMARY KEY,
  id TEXT NOT NULL UNIQUE, meeting_id TEXT NOT NULL REFERENCES meetings (id), item_id TEXT REFERENCES agenda_items (id),
  ordinal INTEGER NOT NULL, text TEXT NOT NULL, not_before TEXT, UNIQUE (meeting_id, ordinal)
) STRICT;
CREATE INDEX actions_item ON actions (item_id);
CREATE TABLE action_events (
  id TEXT PRIMARY KEY, action_id TEXT NOT NULL REFERENCES actions (id),
  kind TEXT NOT NULL CHECK (kind IN ('opened', 'started', 'progress', 'extended', 'transferred', 'done', 'confirmed',
    'superseded', 'cancelled', 'reopened')),
  date TEXT NOT NULL, owner TEXT, due TEXT, note TEXT NOT NULL, officer TEXT NOT NULL, recorded_at TEXT NOT NULL
) STRICT;
CREATE INDEX action_events_action ON action_events (action_id, date);

CREATE TABLE papers (
  id TEXT PRIMARY KEY, kind TEXT NOT NULL CHECK (kind IN ('auditCommittee')), title TEXT NOT NULL,
  meeting_date TEXT NOT NULL, as_at TEXT NOT NULL, layout TEXT NOT NULL CHECK (layout IN ('short')),
  state TEXT NOT NULL CHECK (state IN ('draft', 'issued', 'superseded')), revises_id TEXT REFERENCES papers (id)
) STRICT;
CREATE TABLE paper_sections (
  n INTEGER PRIMARY KEY,
  id TEXT NOT NULL UNIQUE, paper_id TEXT NOT NULL REFERENCES papers (id), position INTEGER NOT NULL, key TEXT NOT NULL,
  heading TEXT NOT NULL, document TEXT NOT NULL CHECK (json_valid(document)), text TEXT NOT NULL, saved_at TEXT,
  UNIQUE (paper_id, key)
) STRICT;
CREATE TABLE paper_issues (
  id TEXT PRIMARY KEY, paper_id TEXT NOT NULL UNIQUE REFERENCES papers (id), issued_on TEXT NOT NULL,
  file_id TEXT NOT NULL REFERENCES files (id), sha256 TEXT NOT NULL, figures TEXT NOT NULL CHECK (json_valid(figures))
) STRICT;

CREATE VIRTUAL TABLE school_search USING fts5 (name, codes, place, content = '', contentless_delete = 1, detail = none,
  tokenize = 'unicode61 remove_diacritics 2', prefix = '2 3');
CREATE TRIGGER school_search_insert AFTER INSERT ON schools BEGIN
  INSERT INTO school_search (rowid, name, codes, place) VALUES (new.n, new.name,
    new.urn || ' ' || ifnull(new.la_code || '/' || new.establishment_number, '') || ' ' || ifnull(replace(new.postcode, ' ', ''), ''),
    ifnull(new.street, '') || ' ' || ifnull(new.locality, '') || ' ' || ifnull(new.town, '') || ' ' || ifnull(new.postcode, ''));
END;
CREATE TRIGGER school_search_delete AFTER DELETE ON schools BEGIN
  DELETE FROM school_search WHERE rowid = old.n;
END;
CREATE TRIGGER school_search_update AFTER UPDATE OF name, urn, la_code, establishment_number, postcode, street, locality, town ON schools BEGIN
  DELETE FROM school_search WHERE rowid = old.n;
  INSERT INTO school_search (rowid, name, codes, place) VALUES (new.n, new.name,
    new.urn || ' ' || ifnull(new.la_code || '/' || new.establishment_number, '') || ' ' || ifnull(replace(new.postcode, ' ', ''), ''),
    ifnull(new.street, '') || ' ' || ifnull(new.locality, '') || ' ' || ifnull(new.town, '') || ' ' || ifnull(new.postcode, ''));
END;
`

/** Search over a table's own `text`: FTS5 reads the passage from the table itself. */
function passageSearch(table: string, search: string): string {
  return `
CREATE VIRTUAL TABLE ${search} USING fts5 (text, content = '${table}', content_rowid = 'n', tokenize = 'unicode61 remove_diacritics 2', prefix = '2 3');
CREATE TRIGGER ${search}_insert AFTER INSERT ON ${table} BEGIN
  INSERT INTO ${search} (rowid, text) VALUES (new.n, new.text);
END;
CREATE TRIGGER ${search}_delete AFTER DELETE ON ${table} BEGIN
  INSERT INTO ${search} (${search}, rowid, text) VALUES ('delete', old.n, old.text);
END;
CREATE TRIGGER ${search}_update AFTER UPDATE OF text ON ${table} BEGIN
  INSERT INTO ${search} (${search}, rowid, text) VALUES ('delete', old.n, old.text);
  INSERT INTO ${search} (rowid, text) VALUES (new.n, new.text);
END;
`
}

export const firstWorkspace = {
  version: 1,
  name: 'first workspace',
  sql: [
    SCHEMA,
    passageSearch('minutes', 'minute_search'),
    passageSearch('decisions', 'decision_search'),
    passageSearch('actions', 'action_search'),
    passageSearch('paper_sections', 'paper_search'),
    ...Object.entries(TRACKED).map(([table, columns]) => historyTriggers(table, columns, BULK.has(table))),
  ].join('\n'),
}
