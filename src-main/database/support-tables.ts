/** The rows of support packages, charging and concern: money in pence, days in halves. */
export interface SupportTables {
  support_packages: SupportPackagesTable
  package_events: PackageEventsTable
  package_objectives: { id: string; package_id: string; position: number; text: string; success: string; valid_from: string; valid_to: string | null }
  objective_ratings: { id: string; event_id: string; objective_id: string; rag: Rag; note: string }
  package_days: { id: string; package_id: string; date: string; half_days: number; note: string; recorded_at: string }
  charge_rates: { id: string; name: string; pence: number; agreed_with: 'school' | 'regionalSchoolsCommissioner'; valid_from: string; valid_to: string | null }
  charges: ChargesTable
  charge_events: ChargeEventsTable
  concern_categories: { id: string; name: string; statutory: 0 | 1; valid_from: string; valid_to: string | null; source: string }
  concerns: ConcernsTable
}

type Rag = 'red' | 'amber' | 'green'

export interface SupportPackagesTable {
  id: string
  school_id: string
  judgement_id: string | null
  title: string
  lead: string
  provider: string
  planned_start: string | null
  planned_end: string | null
  planned_half_days: number | null
  cost: number | null
}

export interface PackageEventsTable {
  id: string
  package_id: string
  kind: 'identified' | 'diagnosed' | 'agreed' | 'started' | 'reviewed' | 'paused' | 'resumed' | 'escalated' | 'carriedOn' | 'completed' | 'stopped'
  date: string
  note: string
  agreed_with: string | null
  funding: string | null
  rag: Rag | null
  school_id: string | null
  statute: 'section60' | 'section60A' | null
  guidance: string | null
  officer: string
  recorded_at: string
}

export interface ChargesTable {
  id: string
  package_id: string
  work_from: string
  basis: 'days' | 'fixed'
  half_days: number | null
  rate_id: string | null
  rate_pence: number | null
  pence: number
  note: string
}

export interface ChargeEventsTable {
  id: string
  charge_id: string
  kind: 'raised' | 'agreed' | 'invoiced'
  date: string
  agreed_with: string | null
  reference: string | null
  officer: string
  recorded_at: string
}

export interface ConcernsTable {
  id: string
  school_id: string
  category_id: string
  decided_on: string
  valid_from: string
  valid_to: string | null
  guidance: string
  source: string
  decided_by: string
  exempt: 0 | 1
  paragraph: number | null
  recorded_at: string
}
