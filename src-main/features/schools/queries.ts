import type { CivilDate } from '../../api/base.ts'
import type { ContactKind } from '../../api/settings.ts'
import type { VisitStatus } from '../../api/visits.ts'
import { all, build, first, run, statement, type ReadHandle, type SchoolFactsTable, type SchoolsTable, type WriteHandle } from '../../database/index.ts'
import { withFact, type DatedValue } from '../../domain/dated-facts.ts'

/** A stored stretch of a dated fact. */
export interface StoredFact extends DatedValue {
  id: string
  fact: SchoolFactsTable['fact']
}

/** The dated facts of every record that the list goes by, by record and fact. */
export function factsBySchool(db: ReadHandle): Map<string, Partial<Record<StoredFact['fact'], DatedValue[]>>> {
  const facts = new Map<string, Partial<Record<StoredFact['fact'], DatedValue[]>>>()
  const rows = statement<DatedValue & { schoolId: string; fact: StoredFact['fact'] }>(
    db,
    "SELECT school_id AS schoolId, fact, value, valid_from AS validFrom, valid_to AS validTo FROM school_facts",
  )
  for (const row of rows.iterate()) {
    let of = facts.get(row.schoolId)
    if (!of) facts.set(row.schoolId, (of = {}))
    const stretches = of[row.fact]
    if (stretches) stretches.push(row)
    else of[row.fact] = [row]
  }
  return facts
}

export function factsOf(db: ReadHandle, schoolId: string): StoredFact[] {
  return all(
    db,
    build
      .selectFrom('school_facts')
      .select(['id', 'fact', 'value', 'valid_from as validFrom', 'valid_to as validTo'])
      .where('school_id', '=', schoolId)
      .orderBy('fact')
      .orderBy('valid_from'),
  )
}

/** Completed visits that count, of the kinds that the settings name, by URN: the latest up to a day. */
export function lastVisits(db: ReadHandle, day: CivilDate, kinds: readonly ContactKind[]): Map<string, CivilDate> {
  const rows = statement<{ urn: string; date: string }>(
    db,
    `SELECT s.urn, max(v.date) AS date FROM visits v JOIN schools s ON s.id = v.school_id
     WHERE v.status = 'completed' AND v.counts = 1 AND v.date <= ? AND v.kind IN (SELECT value FROM json_each(?)) GROUP BY v.school_id`,
  ).all(day, JSON.stringify(kinds))
  return new Map(rows.map((row) => [row.urn, row.date]))
}

export function listLinks(db: ReadHandle): { urn: string; linkUrn: string; type: string; establishedOn: string | null }[] {
  return all(db, build.selectFrom('school_links').select(['urn', 'link_urn as linkUrn', 'type', 'established_on as establishedOn']))
}

export function findRecord(db: ReadHandle, urn: string): SchoolsTable | undefined {
  return statement<SchoolsTable>(db, 'SELECT * FROM schools WHERE urn = ?').get(urn)
}

export interface LineEvent {
  id: string
  urn: string
  date: CivilDate
  kind: 'visit' | 'attendance' | 'need'
  title: string
  detail: string
  visitStatus: VisitStatus | null
}

/** Visits, attendance and judgements of the records of a line, the newest first. */
export function lineEvents(db: ReadHandle, urns: readonly string[]): LineEvent[] {
  return statement<LineEvent>(
    db,
    `WITH line AS (SELECT id, urn FROM schools WHERE urn IN (SELECT value FROM json_each(?)))
     SELECT v.id, line.urn, v.date, 'visit' AS kind,
       CASE v.status WHEN 'planned' THEN 'Visit planned' WHEN 'cancelled' THEN 'Visit cancelled' ELSE
         CASE v.kind WHEN 'visit' THEN 'Visit' WHEN 'telephone' THEN 'Telephone contact' WHEN 'virtual' THEN 'Virtual contact' ELSE 'Meeting' END END AS title,
       trim(v.visitor || CASE WHEN v.purpose = '' THEN '' ELSE ': ' || v.purpose END || CASE WHEN v.counts = 1 THEN '' ELSE ' (does not count)' END
         || CASE WHEN v.cancelled_because IS NULL THEN '' ELSE '. ' || v.cancelled_because END
         || CASE v.response WHEN 'accurate' THEN '. The school finds the record accurate' WHEN 'notAccurate' THEN '. The school finds the record not accurate' ELSE '' END) AS detail,
       v.status AS visitStatus
       FROM visits v JOIN line ON line.id = v.school_id
     UNION ALL
     SELECT a.id, line.urn, m.date, 'attendance', CASE a.attended WHEN 1 THEN 'DSG attended' ELSE 'DSG not attended' END, b.name, NULL
       FROM school_attendance a JOIN line ON line.id = a.school_id JOIN meetings m ON m.id = a.meeting_id JOIN bodies b ON b.id = m.body_id
     UNION ALL
     SELECT n.id, line.urn, n.decided_on, 'need', CASE n.requires_package WHEN 1 THEN 'Judgement: requires a package' ELSE 'Judgement: no package required' END, n.reason, NULL
       FROM need_judgements n JOIN line ON line.id = n.school_id
     ORDER BY 3 DESC, 1 DESC`,
  ).all(JSON.stringify(urns))
}

/** The districts that the workspace knows: those of its groups first, then those of its schools, the most used first. */
export function knownDistricts(db: ReadHandle): string[] {
  return statement<{ district: string }>(
    db,
    `SELECT district FROM (SELECT district, 0 AS of, 0 AS used FROM bodies WHERE district IS NOT NULL AND district <> ''
       UNION ALL SELECT value, 1, count(*) FROM school_facts WHERE fact = 'district' GROUP BY value)
     GROUP BY district ORDER BY min(of), max(used) DESC, district`,
  )
    .all()
    .map((row) => row.district)
}

/** The inspections of other records of a line. */
export function inspectionsOf(db: ReadHandle, urns: readonly string[]): { urn: string; date: CivilDate; outcome: string }[] {
  return statement<{ urn: string; date: CivilDate; outcome: string }>(
    db,
    `SELECT s.urn, f.valid_from AS date, f.value AS outcome FROM schools s JOIN school_facts f ON f.school_id = s.id
     WHERE s.urn IN (SELECT value FROM json_each(?)) AND f.fact = 'outcome'`,
  ).all(JSON.stringify(urns))
}

/** Takes "from this day the district was so" into the stored stretches. */
export function setDistrict(db: WriteHandle, schoolId: string, district: string, from: CivilDate, importId: string | null = null): void {
  const stored = factsOf(db, schoolId).filter((fact) => fact.fact === 'district')
  const change = withFact(stored, { value: district, from })
  for (const fact of change.delete) run(db, build.deleteFrom('school_facts').where('id', '=', fact.id))
  for (const { stored: fact, after } of change.update) {
    run(db, build.updateTable('school_facts').set({ value: after.value, valid_from: after.validFrom, valid_to: after.validTo }).where('id', '=', fact.id))
  }
  for (const fact of change.insert) {
    run(
      db,
      build.insertInto('school_facts').values({
        id: db.newId(),
        school_id: schoolId,
        fact: 'district',
        value: fact.value,
        valid_from: fact.validFrom,
        valid_to: fact.validTo,
        import_id: importId,
      }),
    )
  }
}

export function nameOf(db: ReadHandle, urn: string): string | undefined {
  return first(db, build.selectFrom('schools').select('name').where('urn', '=', urn))?.name
}
