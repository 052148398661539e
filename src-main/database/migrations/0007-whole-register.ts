/**
 * The whole register: all that a row says is kept and found, trust and inspection outcome are dated facts, and the head
 * teacher has a place.
 *
 * The columns trust, ofsted_rating and ofsted_date stay where workspaces of version 1 put them: history speaks of them.
 * A record's next import moves their words to dated facts and empties them; nothing is written to them any more.
 */

import { bulkHistoryTriggers, withoutHistoryTriggers } from './history-triggers.ts'

const SCHOOL_COLUMNS = [
  'id', 'urn', 'la_code', 'la_name', 'establishment_number', 'name', 'phase', 'open_date', 'close_date',
  'reason_opened', 'reason_closed', 'street', 'locality', 'address3', 'town', 'county', 'postcode', 'website',
  'telephone', 'low_age', 'high_age', 'capacity', 'pupils', 'gender', 'religious_character', 'trust', 'sponsor',
  'ward', 'ukprn', 'ofsted_rating', 'ofsted_date', 'register_date', 'head_role', 'head_name', 'rest',
]

const FACT_COLUMNS = ['id', 'school_id', 'fact', 'value', 'valid_from', 'valid_to', 'import_id']

const WIDER_SCHOOLS = `
${withoutHistoryTriggers('schools')}
ALTER TABLE schools ADD COLUMN head_role TEXT;
ALTER TABLE schools ADD COLUMN head_name TEXT;
ALTER TABLE schools ADD COLUMN rest TEXT;
${bulkHistoryTriggers('schools', SCHOOL_COLUMNS)}
`

/** A CHECK cannot be widened, so the facts stand aside while their table is made again. */
const FACTS_SET_ASIDE = `
CREATE TABLE school_facts_aside AS SELECT * FROM school_facts;
DROP TABLE school_facts;
`

const WIDER_FACTS = `
CREATE TABLE school_facts (
  id TEXT PRIMARY KEY, school_id TEXT NOT NULL REFERENCES schools (id),
  fact TEXT NOT NULL CHECK (fact IN ('type', 'status', 'district', 'trust', 'outcome')),
  value TEXT NOT NULL, valid_from TEXT NOT NULL, valid_to TEXT, import_id TEXT REFERENCES imports (id),
  CHECK (valid_to IS NULL OR valid_to >= valid_from)
) STRICT, WITHOUT ROWID;
INSERT INTO school_facts (${FACT_COLUMNS.join(', ')}) SELECT ${FACT_COLUMNS.join(', ')} FROM school_facts_aside;
DROP TABLE school_facts_aside;
CREATE UNIQUE INDEX school_facts_start ON school_facts (school_id, fact, valid_from);
CREATE INDEX school_facts_trust ON school_facts (value, school_id) WHERE fact = 'trust';
${bulkHistoryTriggers('school_facts', FACT_COLUMNS)}
`

/** What is found beside name, numbers and place. The register's words for "nothing" are left out: they find everything. */
function words(row: string): string {
  const others = ['ward', 'ukprn', 'sponsor', 'trust', 'head_role', 'head_name', 'religious_character', 'county', 'website', 'telephone', 'reason_opened', 'reason_closed']
  const rest = `replace(replace(ifnull(${row}rest, ''), 'Not applicable', ''), 'Does not apply', '')`
  return `concat_ws(' ', ${rest}, ${others.map((column) => `${row}${column}`).join(', ')})`
}

const REGISTER_SEARCH = `
CREATE VIRTUAL TABLE register_search USING fts5 (words, content = '', contentless_delete = 1, detail = none,
  tokenize = 'unicode61 remove_diacritics 2');
INSERT INTO register_search (rowid, words) SELECT n, ${words('')} FROM schools;
CREATE TRIGGER register_search_insert AFTER INSERT ON schools BEGIN
  INSERT INTO register_search (rowid, words) VALUES (new.n, ${words('new.')});
END;
CREATE TRIGGER register_search_delete AFTER DELETE ON schools BEGIN
  DELETE FROM register_search WHERE rowid = old.n;
END;
CREATE TRIGGER register_search_update AFTER UPDATE ON schools WHEN ${words('old.')} IS NOT ${words('new.')} BEGIN
  DELETE FROM register_search WHERE rowid = old.n;
  INSERT INTO register_search (rowid, words) VALUES (new.n, ${words('new.')});
END;
`

export const wholeRegister = {
  version: 7,
  name: 'whole register',
  sql: [WIDER_SCHOOLS, FACTS_SET_ASIDE, WIDER_FACTS, REGISTER_SEARCH].join('\n'),
}
