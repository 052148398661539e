import type { Generated } from 'kysely'
import type { CommitteeTables } from './committee-tables.ts'
import type { SupportTables } from './support-tables.ts'

/**
 * The rows of the workspace as the migrations make them. Dates are civil `YYYY-MM-DD`, moments are ISO 8601 in UTC,
 * flags are 0 or 1, documents are JSON text.
 */
export type Flag = 0 | 1

export interface Tables extends SupportTables, CommitteeTables {
  history: HistoryTable
  history_seals: { seq: number; hash: string }
  history_head: { one: 1; entries: number; hash: string }
  transactions: TransactionsTable
  settings: { id: string; value: string }
  files: { id: string; name: string; media: string; sha256: string; size: number; bytes: Buffer }
  imports: ImportsTable
  import_refusals: { id: string; import_id: string; line: number; urn: string; reason: string }
  import_mappings: { id: string; kind: ImportsTable['kind']; headings_hash: string; columns: string; matched_on: string }
  establishment_types: { id: string; name: string; type_group: string; school_group: 'maintained' | 'academy' | 'neither' }
  schools: SchoolsTable
  school_facts: SchoolFactsTable
  school_links: { id: string; urn: string; link_urn: string; type: string; established_on: string | null }
  visits: VisitsTable
  need_judgements: NeedJudgementsTable
  group_schools: GroupSchoolsTable
  school_attendance: { id: string; meeting_id: string; school_id: string; attended: Flag }
  papers: PapersTable
  paper_sections: PaperSectionsTable
  quality_acceptances: QualityAcceptancesTable
  saved_views: { id: string; list: string; name: string; state: string }
  paper_issues: { id: string; paper_id: string; issued_on: string; file_id: string; sha256: string; figures: string }
}

export interface HistoryTable {
  seq: Generated<number>
  transaction_id: string | null
  at: string | null
  officer: string | null
  table_name: string
  row_id: string
  action: 'insert' | 'update' | 'delete'
  before: string | null
  after: string | null
}

export interface TransactionsTable {
  id: string
  at: string
  officer: string
  summary: string
  undoes: string | null
  final: Flag
}

export interface ImportsTable {
  id: string
  kind: 'register' | 'links' | 'visits' | 'attendance' | 'needs' | 'districts' | 'outcomes'
  file_name: string
  sha256: string
  file_id: string | null
  encoding: string
  file_date: string | null
  fields: string
  rows: number
  added: number
  changed: number
  status_changed: number
  unchanged: number
  not_in_file: number
  ignored: number
  refused: number
  transaction_id: string
  applied_at: string
}

/** A remark on the data that an officer has accepted, as the facts behind it stood. */
export interface QualityAcceptancesTable {
  id: string
  rule: string
  subject: string
  facts: string
  reason: string
  accepted_on: string
  officer: string
  recorded_at: string
}

export interface SchoolsTable {
  n: Generated<number>
  id: string
  urn: string
  la_code: string | null
  la_name: string | null
  establishment_number: string | null
  name: string
  phase: string | null
  open_date: string | null
  close_date: string | null
  reason_opened: string | null
  reason_closed: string | null
  street: string | null
  locality: string | null
  address3: string | null
  town: string | null
  county: string | null
  postcode: string | null
  website: string | null
  telephone: string | null
  low_age: number | null
  high_age: number | null
  capacity: number | null
  pupils: number | null
  gender: string | null
  religious_character: string | null
  /** Where version 1 kept the trust; since then it is a dated fact, and the next import moves it there. */
  trust: string | null
  sponsor: string | null
  ward: string | null
  ukprn: string | null
  /** Where version 1 kept the latest outcome and its date, as the trust. */
  ofsted_rating: string | null
  ofsted_date: string | null
  /** The date of the latest register file that held this record. */
  register_date: string | null
  head_role: string | null
  /** Kept only where the council chooses to. */
  head_name: string | null
  /** Everything else that its register rows said (`domain/register-rest.ts`). */
  rest: string | null
}

export interface SchoolFactsTable {
  id: string
  school_id: string
  fact: 'type' | 'status' | 'district' | 'trust' | 'outcome'
  value: string
  valid_from: string
  valid_to: string | null
  import_id: string | null
}

export interface VisitsTable {
  id: string
  school_id: string
  date: string
  visitor: string
  kind: 'visit' | 'telephone' | 'virtual' | 'meeting'
  status: 'planned' | 'completed' | 'cancelled'
  counts: Flag
  purpose: string
  note: string
  recorded_at: string
  /** The day for which a completed visit had been planned; null where it was not planned beforehand. */
  planned_for: string | null
  cancelled_because: string | null
  evidence: string | null
  /** What the school said of the visit's record. */
  response: 'accurate' | 'notAccurate' | null
  responded_on: string | null
  response_note: string | null
}

/** That a school is, or is not, a member of a District Strategy Group, otherwise than by its district; and who comes for it. */
export interface GroupSchoolsTable {
  id: string
  body_id: string
  school_id: string
  member: Flag
  representative: string
  valid_from: string
  valid_to: string | null
}

export interface NeedJudgementsTable {
  id: string
  school_id: string
  decided_on: string
  requires_package: Flag
  reason: string
  recorded_at: string
}

export interface PapersTable {
  id: string
  kind: 'auditCommittee'
  title: string
  meeting_date: string
  as_at: string
  layout: 'short'
  state: 'draft' | 'issued' | 'superseded'
  revises_id: string | null
}

export interface PaperSectionsTable {
  n: Generated<number>
  id: string
  paper_id: string
  position: number
  key: string
  heading: string
  document: string
  text: string
  saved_at: string | null
}
