import type { CivilDate } from '../../api/base.ts'
import type { QualityCount, QualityFinding } from '../../api/quality.ts'
import { all, build, first, run, snapshot, statement, type ReadHandle, type Workspace, type WriteHandle } from '../../database/index.ts'
import { isLive } from '../../domain/action-state.ts'
import { cleanText } from '../../domain/clean-text.ts'
import { foldWords } from '../../domain/fold-words.ts'
import { groupFinder } from '../../domain/groups.ts'
import { findOddities, qualityRules } from '../../domain/quality.ts'
import type { Finding, QualityFacts } from '../../domain/quality-facts.ts'
import { actionsOn } from '../actions/queries.ts'
import { establishmentTypes } from '../figures/queries.ts'
import { factsBySchool, listLinks } from '../schools/queries.ts'
import { readSettings } from '../settings/queries.ts'

/** A finding with what an officer has said of it. */
export interface Judged extends Finding {
  key: string
  accepted: QualityFinding['accepted']
  acceptedBefore: QualityFinding['acceptedBefore']
}

const kept = new WeakMap<ReadHandle, { stamp: string; findings: Judged[] }>()

/** Everything odd in the workspace on a day; looked for again when the workspace has changed. */
export function findingsOn(workspace: Pick<Workspace, 'read' | 'stamp'>, today: CivilDate): readonly Judged[] {
  const stamp = `${today} ${workspace.stamp()}`
  const known = kept.get(workspace.read)
  if (known?.stamp === stamp) return known.findings
  const findings = snapshot(workspace.read, () => judged(workspace.read, findOddities(qualityFacts(workspace.read, today))))
  kept.set(workspace.read, { stamp, findings })
  return findings
}

export function keyOf({ rule, subject }: Pick<Finding, 'rule' | 'subject'>): string {
  return `${rule} ${subject}`
}

function judged(db: ReadHandle, findings: readonly Finding[]): Judged[] {
  const acceptances = new Map(
    all(db, build.selectFrom('quality_acceptances').select(['id', 'rule', 'subject', 'facts', 'reason', 'accepted_on as on', 'officer as by'])).map((row) => [`${row.rule} ${row.subject}`, row]),
  )
  return findings.map((finding) => {
    const key = keyOf(finding)
    const { facts, id, reason, on, by } = acceptances.get(key) ?? {}
    if (id === undefined || reason === undefined || on === undefined || by === undefined) return { ...finding, key, accepted: null, acceptedBefore: null }
    if (facts === finding.facts) return { ...finding, key, accepted: { id, reason, on, by }, acceptedBefore: null }
    return { ...finding, key, accepted: null, acceptedBefore: { reason, on, by } }
  })
}

function qualityFacts(db: ReadHandle, today: CivilDate): QualityFacts {
  const settings = readSettings(db)
  const types = establishmentTypes(db)
  const typeGroups = new Map(types.map(({ name, typeGroup }) => [foldWords(name), typeGroup]))
  const facts = factsBySchool(db)
  return {
    today,
    carryOver: settings.figures.carryOver,
    contractStart: settings.contractStart,
    groupOfType: groupFinder(types),
    typeGroupOf: (type) => typeGroups.get(foldWords(type)) ?? null,
    records: all(db, build.selectFrom('schools').select(['id', 'urn', 'name', 'la_code as laCode', 'open_date as openDate', 'close_date as closeDate'])).map(({ id, ...record }) => {
      const { type = [], status = [], district = [] } = facts.get(id) ?? {}
      return { ...record, types: type, statuses: status, districts: district }
    }),
    links: listLinks(db),
    visits: all(
      db,
      build.selectFrom('visits').innerJoin('schools', 'schools.id', 'visits.school_id').select(['visits.id', 'schools.urn', 'visits.date', 'visits.status', 'visits.kind', 'visits.counts', 'visits.visitor']).orderBy('visits.id'),
    ).map((visit) => ({ ...visit, counts: visit.counts === 1 })),
    judgements: statement<Omit<QualityFacts['judgements'][number], 'requires'> & { requires: 0 | 1 }>(
      db,
      `SELECT n.id, s.urn, n.decided_on AS decidedOn, n.requires_package AS requires, n.recorded_at AS recordedAt
       FROM need_judgements n JOIN schools s ON s.id = n.school_id ORDER BY n.id`,
    )
      .all()
      .map((row) => ({ ...row, requires: row.requires === 1 })),
    meetings: statement<QualityFacts['meetings'][number]>(
      db,
      `SELECT m.id, b.name AS body, b.district, m.date FROM meetings m JOIN bodies b ON b.id = m.body_id
       WHERE b.kind = 'districtStrategyGroup' AND m.state = 'held' ORDER BY m.date, m.id`,
    ).all(),
    attendance: statement<{ meetingId: string; urn: string; attended: 0 | 1; member: 0 | 1 }>(
      db,
      // From the few rows to the many: left to itself SQLite walks all schools.
      `SELECT a.meeting_id AS meetingId, s.urn, a.attended, EXISTS (SELECT 1 FROM group_schools g
         WHERE g.body_id = m.body_id AND g.school_id = a.school_id AND g.member = 1 AND g.valid_from <= m.date AND (g.valid_to IS NULL OR g.valid_to >= m.date)) AS member
       FROM school_attendance a CROSS JOIN meetings m ON m.id = a.meeting_id CROSS JOIN schools s ON s.id = a.school_id`,
    )
      .all()
      .map((row) => ({ ...row, attended: row.attended === 1, member: row.member === 1 })),
    actions: actionsOn(db, today).filter(({ state }) => isLive(state)),
  }
}

/** How many findings wait for an officer, for other pages. */
export function countOpenFindings(workspace: Pick<Workspace, 'read' | 'stamp'>, today: CivilDate): number {
  return findingsOn(workspace, today).reduce((sum, { accepted }) => sum + (accepted === null ? 1 : 0), 0)
}

/** Counts by rule, in the order of the rules; a rule that finds nothing is left out. */
export function countByRule(findings: readonly Judged[]): QualityCount[] {
  return qualityRules.flatMap(({ id, title }) => {
    const own = findings.filter(({ rule }) => rule === id)
    const accepted = own.filter((finding) => finding.accepted !== null).length
    return own.length === 0 ? [] : [{ rule: id, title, open: own.length - accepted, accepted }]
  })
}

/** Keeps a finding aside; one that was accepted before, as the facts then stood, is accepted anew. */
export function acceptFinding(db: WriteHandle, finding: Finding, reason: string, on: CivilDate): void {
  const { rule, subject, facts } = finding
  const said = { facts, reason: cleanText(reason).trim(), accepted_on: on, officer: db.officer, recorded_at: db.at }
  const again = run(db, build.updateTable('quality_acceptances').set(said).where('rule', '=', rule).where('subject', '=', subject))
  if (again === 0) run(db, build.insertInto('quality_acceptances').values({ id: db.newId(), rule, subject, ...said }))
}

export function findAcceptance(db: ReadHandle, id: string): { rule: string; subject: string } | undefined {
  return first(db, build.selectFrom('quality_acceptances').select(['rule', 'subject']).where('id', '=', id))
}

export function deleteAcceptance(db: WriteHandle, id: string): void {
  run(db, build.deleteFrom('quality_acceptances').where('id', '=', id))
}
