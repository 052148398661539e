/**
 * The provider's work in a school that needs help: support packages with their objectives, reviews and days, what
 * academies are charged for it, and the council's dated concern about a school.
 *
 * Frozen once released, as every step. Nothing stores a state: it is folded from dated events.
 */

import { historyTriggers } from './history-triggers.ts'

const TRACKED: Readonly<Record<string, readonly string[]>> = {
  support_packages: ['id', 'school_id', 'judgement_id', 'title', 'lead', 'provider', 'planned_start', 'planned_end', 'planned_half_days', 'cost'],
  package_events: ['id', 'package_id', 'kind', 'date', 'note', 'agreed_with', 'funding', 'rag', 'school_id', 'statute', 'guidance', 'officer', 'recorded_at'],
  package_objectives: ['id', 'package_id', 'position', 'text', 'success', 'valid_from', 'valid_to'],
  objective_ratings: ['id', 'event_id', 'objective_id', 'rag', 'note'],
  package_days: ['id', 'package_id', 'date', 'half_days', 'note', 'recorded_at'],
  charge_rates: ['id', 'name', 'pence', 'agreed_with', 'valid_from', 'valid_to'],
  charges: ['id', 'package_id', 'work_from', 'basis', 'half_days', 'rate_id', 'rate_pence', 'pence', 'note'],
  charge_events: ['id', 'charge_id', 'kind', 'date', 'agreed_with', 'reference', 'officer', 'recorded_at'],
  concern_categories: ['id', 'name', 'statutory', 'valid_from', 'valid_to', 'source'],
  concerns: [
    'id', 'school_id', 'category_id', 'decided_on', 'valid_from', 'valid_to', 'guidance', 'source', 'decided_by', 'exempt', 'paragraph', 'recorded_at',
  ],
}

const SCHEMA = `
CREATE TABLE support_packages (
  id TEXT PRIMARY KEY, school_id TEXT NOT NULL REFERENCES schools (id), judgement_id TEXT REFERENCES need_judgements (id),
  title TEXT NOT NULL, lead TEXT NOT NULL, provider TEXT NOT NULL, planned_start TEXT, planned_end TEXT,
  planned_half_days INTEGER CHECK (planned_half_days >= 0), cost INTEGER CHECK (cost >= 0)
) STRICT;
CREATE INDEX support_packages_school ON support_packages (school_id);
CREATE INDEX support_packages_judgement ON support_packages (judgement_id);
CREATE TABLE package_events (
  id TEXT PRIMARY KEY, package_id TEXT NOT NULL REFERENCES support_packages (id),
  kind TEXT NOT NULL CHECK (kind IN ('identified', 'diagnosed', 'agreed', 'started', 'reviewed', 'paused', 'resumed', 'escalated',
    'carriedOn', 'completed', 'stopped')),
  date TEXT NOT NULL, note TEXT NOT NULL, agreed_with TEXT, funding TEXT, rag TEXT CHECK (rag IN ('red', 'amber', 'green')),
  school_id TEXT REFERENCES schools (id), statute TEXT CHECK (statute IN ('section60', 'section60A')), guidance TEXT,
  officer TEXT NOT NULL, recorded_at TEXT NOT NULL
) STRICT;
CREATE INDEX package_events_package ON package_events (package_id, date);
CREATE INDEX package_events_school ON package_events (school_id);
CREATE TABLE package_objectives (
  id TEXT PRIMARY KEY, package_id TEXT NOT NULL REFERENCES support_packages (id), position INTEGER NOT NULL, text TEXT NOT NULL,
  success TEXT NOT NULL, valid_from TEXT NOT NULL, valid_to TEXT
) STRICT;
CREATE INDEX package_objectives_package ON package_objectives (package_id, position);
CREATE TABLE objective_ratings (
  id TEXT PRIMARY KEY, event_id TEXT NOT NULL REFERENCES package_events (id), objective_id TEXT NOT NULL REFERENCES package_objectives (id),
  rag TEXT NOT NULL CHECK (rag IN ('red', 'amber', 'green')), note TEXT NOT NULL, UNIQUE (event_id, objective_id)
) STRICT;
CREATE INDEX objective_ratings_objective ON objective_ratings (objective_id);
CREATE TABLE package_days (
  id TEXT PRIMARY KEY, package_id TEXT NOT NULL REFERENCES support_packages (id), date TEXT NOT NULL,
  half_days INTEGER NOT NULL CHECK (half_days > 0), note TEXT NOT NULL, recorded_at TEXT NOT NULL
) STRICT;
CREATE INDEX package_days_package ON package_days (package_id, date);

CREATE TABLE charge_rates (
  id TEXT PRIMARY KEY, name TEXT NOT NULL, pence INTEGER NOT NULL CHECK (pence > 0),
  agreed_with TEXT NOT NULL CHECK (agreed_with IN ('school', 'regionalSchoolsCommissioner')), valid_from TEXT NOT NULL, valid_to TEXT,
  CHECK (valid_to IS NULL OR valid_to >= valid_from)
) STRICT;
CREATE TABLE charges (
  id TEXT PRIMARY KEY, package_id TEXT NOT NULL REFERENCES support_packages (id), work_from TEXT NOT NULL,
  basis TEXT NOT NULL CHECK (basis IN ('days', 'fixed')), half_days INTEGER CHECK (half_days > 0), rate_id TEXT REFERENCES charge_rates (id),
  rate_pence INTEGER, pence INTEGER NOT NULL CHECK (pence > 0), note TEXT NOT NULL,
  CHECK ((basis = 'days') = (half_days IS NOT NULL AND rate_id IS NOT NULL AND rate_pence IS NOT NULL))
) STRICT;
CREATE INDEX charges_package ON charges (package_id);
CREATE INDEX charges_rate ON charges (rate_id);
CREATE TABLE charge_events (
  id TEXT PRIMARY KEY, charge_id TEXT NOT NULL REFERENCES charges (id), kind TEXT NOT NULL CHECK (kind IN ('raised', 'agreed', 'invoiced')),
  date TEXT NOT NULL, agreed_with TEXT, reference TEXT, officer TEXT NOT NULL, recorded_at TEXT NOT NULL
) STRICT;
CREATE INDEX charge_events_charge ON charge_events (charge_id, date);

CREATE TABLE concern_categories (
  id TEXT PRIMARY KEY, name TEXT NOT NULL, statutory INTEGER NOT NULL CHECK (statutory IN (0, 1)), valid_from TEXT NOT NULL, valid_to TEXT,
  source TEXT NOT NULL, CHECK (valid_to IS NULL OR valid_to >= valid_from)
) STRICT;
CREATE TABLE concerns (
  id TEXT PRIMARY KEY, school_id TEXT NOT NULL REFERENCES schools (id), category_id TEXT NOT NULL REFERENCES concern_categories (id),
  decided_on TEXT NOT NULL, valid_from TEXT NOT NULL, valid_to TEXT, guidance TEXT NOT NULL, source TEXT NOT NULL, decided_by TEXT NOT NULL,
  exempt INTEGER NOT NULL CHECK (exempt IN (0, 1)), paragraph INTEGER CHECK (paragraph BETWEEN 1 AND 7), recorded_at TEXT NOT NULL,
  CHECK (valid_to IS NULL OR valid_to >= valid_from), CHECK (exempt = 0 OR paragraph IS NOT NULL)
) STRICT;
CREATE INDEX concerns_school ON concerns (school_id, valid_from);
CREATE INDEX concerns_category ON concerns (category_id);
`

export const support = {
  version: 4,
  name: 'support packages, charging and concern',
  sql: [SCHEMA, ...Object.entries(TRACKED).map(([table, columns]) => historyTriggers(table, columns))].join('\n'),
}
