import type { CivilDate } from '../../api/base.ts'
import { inserter, statement, type WriteHandle } from '../../database/index.ts'
import type { CategoryEntry } from '../../api/concerns.ts'
import { penceForDays } from '../../api/money.ts'
import type { SampleCharge } from './charges.ts'
import type { SampleConcern } from './concerns.ts'
import type { SamplePackage } from './packages.ts'
import type { Ids } from './queries.ts'
import type { SampleSeed } from './seed.ts'

/** Writes the packages with their objectives, story and days; answers their row ids in the same order. */
export function insertPackages(db: WriteHandle, packages: readonly SamplePackage[], schools: Ids, provider: string): string[] {
  const insert = inserter(db, 'support_packages', ['id', 'school_id', 'judgement_id', 'title', 'lead', 'provider', 'planned_start', 'planned_end', 'planned_half_days', 'cost'])
  const insertObjective = inserter(db, 'package_objectives', ['id', 'package_id', 'position', 'text', 'success', 'valid_from', 'valid_to'])
  const insertDays = inserter(db, 'package_days', ['id', 'package_id', 'date', 'half_days', 'note', 'recorded_at'])
  const insertEvents = eventInserter(db, schools)
  const judgement = statement<{ id: string }>(db, 'SELECT id FROM need_judgements WHERE school_id = ? AND decided_on = ? AND requires_package = 1')
  return packages.map((one) => {
    const id = db.newId()
    const schoolId = schools.get(one.judgement.record.urn)
    const answers = judgement.get(schoolId, one.judgement.decidedOn)
    insert([id, schoolId, answers?.id ?? null, one.title, one.lead, provider, one.plannedStart, one.plannedEnd, one.plannedDays * 2, one.cost])
    const objectives = one.objectives.map(({ text, success }, i) => {
      const objectiveId = db.newId()
      insertObjective([objectiveId, id, i + 1, text, success, one.plannedStart, null])
      return objectiveId
    })
    insertEvents(id, one, objectives)
    for (const { date, halfDays, note } of one.days) insertDays([db.newId(), id, date, halfDays, note, `${date}T17:00:00.000Z`])
    return id
  })
}

function eventInserter(db: WriteHandle, schools: Ids): (packageId: string, one: SamplePackage, objectives: readonly string[]) => void {
  const insert = inserter(db, 'package_events', ['id', 'package_id', 'kind', 'date', 'note', 'agreed_with', 'funding', 'rag', 'school_id', 'statute', 'guidance', 'officer', 'recorded_at'])
  const insertRating = inserter(db, 'objective_ratings', ['id', 'event_id', 'objective_id', 'rag', 'note'])
  return (packageId, one, objectives) => {
    for (const event of one.events) {
      const id = db.newId()
      const successor = event.successor === undefined ? null : schools.get(event.successor.urn)
      const notice = event.kind === 'escalated' ? ['section60', 'Schools causing concern, March 2016'] : [null, null]
      insert([id, packageId, event.kind, event.date, event.note, event.agreedWith ?? null, event.funding ?? null, event.rag ?? null, successor, ...notice, db.officer, `${event.date}T16:30:00.000Z`])
      event.ratings?.forEach((rag, i) => insertRating([db.newId(), id, objectives[i], rag, '']))
    }
  }
}

/** Writes the table of rates and the charges by it, with their steps. */
export function insertCharges(db: WriteHandle, rates: SampleSeed['support']['rates'], charges: readonly SampleCharge[], packageIds: readonly string[]): void {
  const insertRate = inserter(db, 'charge_rates', ['id', 'name', 'pence', 'agreed_with', 'valid_from', 'valid_to'])
  const insert = inserter(db, 'charges', ['id', 'package_id', 'work_from', 'basis', 'half_days', 'rate_id', 'rate_pence', 'pence', 'note'])
  const insertEvent = inserter(db, 'charge_events', ['id', 'charge_id', 'kind', 'date', 'agreed_with', 'reference', 'officer', 'recorded_at'])
  const known = rates.map((rate) => {
    const id = db.newId()
    insertRate([id, rate.name, rate.pence, rate.agreedWith, rate.from, rate.to])
    return { id, pence: rate.pence }
  })
  charges.forEach((charge, i) => {
    const id = db.newId()
    const rate = known[charge.rate]
    if (!rate) throw new Error('a charge of the sample names no rate')
    insert([id, packageIds[charge.of], charge.workFrom, 'days', charge.halfDays, rate.id, rate.pence, penceForDays(charge.halfDays, rate.pence), ''])
    const step = (kind: string, date: CivilDate | null, agreedWith: string | null, reference: string | null) => {
      if (date !== null) insertEvent([db.newId(), id, kind, date, agreedWith, reference, db.officer, `${date}T10:00:00.000Z`])
    }
    step('raised', charge.workFrom, null, null)
    step('agreed', charge.agreedOn, charge.agreedWith, null)
    step('invoiced', charge.invoicedOn, null, `SUP-${String(1_001 + i)}`)
  })
}

/** Writes the table of categories and the concerns in them, each exempt by default. */
export function insertConcerns(db: WriteHandle, categories: readonly CategoryEntry[], concerns: readonly SampleConcern[], schools: Ids): void {
  const insertCategory = inserter(db, 'concern_categories', ['id', 'name', 'statutory', 'valid_from', 'valid_to', 'source'])
  const insert = inserter(db, 'concerns', ['id', 'school_id', 'category_id', 'decided_on', 'valid_from', 'valid_to', 'guidance', 'source', 'decided_by', 'exempt', 'paragraph', 'recorded_at'])
  const ids = new Map<string, string>()
  for (const { name, statutory, from, to, source } of categories) {
    const id = db.newId()
    ids.set(name, id)
    insertCategory([id, name, statutory ? 1 : 0, from, to, source])
  }
  for (const { record, category, decidedOn, to, guidance, source, decidedBy } of concerns) {
    insert([db.newId(), schools.get(record.urn), ids.get(category), decidedOn, decidedOn, to, guidance, source, decidedBy, 1, 3, `${decidedOn}T12:00:00.000Z`])
  }
}
