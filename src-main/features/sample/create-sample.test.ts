import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { parse } from 'csv-parse/sync'
import { beforeAll, describe, expect, it } from 'vitest'
import { actionEventKind, actionState } from '../../api/meetings.ts'
import { richText } from '../../api/richtext.ts'
import { statement, verify, type ReadHandle, type Workspace } from '../../database/index.ts'
import { testFolder } from '../../database/testing.ts'
import { actionOn, type ActionEventFact } from '../../domain/action-standing.ts'
import { stateAfter } from '../../domain/action-state.ts'
import { countFigures } from '../../domain/figures.ts'
import type { FigureSettings } from '../../api/settings.ts'
import { actionNumber } from '../../domain/numbering.ts'
import { loadFigureFacts } from '../figures/queries.ts'
import { readSampleToday, readSettings } from '../settings/queries.ts'
import { createSample, SAMPLE_TODAY } from './create-sample.ts'
import { countPackages } from '../../domain/package-standing.ts'
import { packagesOn } from '../support/queries.ts'
import { recountPackages } from './testing/recount-packages.ts'
import { recount } from './testing/recount.ts'

const CONTRACT = '2015-09-01'
let sample: Workspace
let db: ReadHandle

function rows<Row>(sql: string, ...values: unknown[]): Row[] {
  return statement<Row>(db, sql).all(...values)
}

function figuresOn(asAt: string, settings: Partial<FigureSettings> = {}) {
  return countFigures(loadFigureFacts(db), { asAt, from: CONTRACT, settings: { carryOver: true, phasesLeftOut: [], contactKinds: ['visit'], ...settings } })
}

/** "visited maintained": "252 of 290, 87%". */
function shown(asAt: string): Record<string, string> {
  return Object.fromEntries(
    figuresOn(asAt).map(({ id, group, numerator, denominator, percent }) =>
      group === null ? [id, String(numerator)] : [`${id} ${group}`, `${numerator} of ${denominator}, ${percent}%`],
    ),
  )
}

beforeAll(() => {
  // One sample serves all tests: a folder of `testFolder` would go after the first.
  const folder = mkdtempSync(join(tmpdir(), 'quartet sample '))
  sample = createSample(join(folder, 'Sample workspace.quartet'))
  db = sample.read
  return () => {
    sample.close()
    rmSync(folder, { recursive: true })
  }
})

describe('the sample workspace', () => {
  it('stands still on the Tuesday before the committee, with the paper’s own settings', () => {
    expect(readSampleToday(db)).toBe('2016-06-14')
    expect(readSettings(db)).toMatchObject({ council: 'Birmingham City Council', councilAbbreviation: 'BCC', provider: 'Birmingham Education Partnership', providerAbbreviation: 'BEP', contractStart: CONTRACT })
  })

  it('keeps a history that verifies, and comes out the same at every run', () => {
    const again = createSample(join(testFolder(), 'Sample again.quartet'))
    const verdict = verify(db)
    expect(verdict).toMatchObject({ ok: true, problems: [] })
    expect(verify(again.read)).toEqual(verdict)
    expect(again.read.connection.serialize().equals(db.connection.serialize())).toBe(true)
    again.close()
  })

  it('refuses to take the place of a file that is there', () => {
    expect(() => createSample(sample.file)).toThrow(/already/)
    expect(verify(db).ok).toBe(true)
  })
})

describe('figures of the sample', () => {
  const onTheDay = {
    'visited maintained': '252 of 290, 87%',
    'visited academy': '104 of 157, 66%',
    'dsgCoverage maintained': '238 of 290, 82%',
    'dsgCoverage academy': '61 of 157, 39%',
    dsgRounds: '3',
    dsgMeetings: '30',
    'packagesRequired maintained': '78 of 290, 27%',
    'packagesRequired academy': '12 of 157, 8%',
  }

  it('are the paper’s on 21 June 2016, and already a week before', () => {
    expect(shown('2016-06-21')).toEqual(onTheDay)
    expect(shown('2016-06-14')).toEqual(onTheDay)
  })

  it('were six and four points lower at the Quartet of 9 May 2016', () => {
    expect(shown('2016-05-09')).toMatchObject({ 'visited maintained': '236 of 293, 81%', 'visited academy': '96 of 156, 62%', dsgRounds: '3', dsgMeetings: '23' })
  })

  it.each(['2016-02-08', '2016-02-22', '2016-05-09', '2016-06-14', '2016-06-21'])('are the same as at %s when counted in plain SQL', (asAt) => {
    const counted = recount(db, asAt, CONTRACT)
    const urns = (group: string, of: (row: (typeof counted)[number]) => boolean) => counted.filter((row) => row.school_group === group && of(row)).map((row) => row.urn)
    for (const figure of figuresOn(asAt)) {
      if (figure.group === null) continue
      const column = { visited: 'visited', dsgCoverage: 'attended', packagesRequired: 'required' } as const
      const key = column[figure.id === 'visited' || figure.id === 'dsgCoverage' ? figure.id : 'packagesRequired']
      expect(figure.denominatorUrns, figure.id).toEqual(urns(figure.group, () => true))
      expect(figure.numeratorUrns, figure.id).toEqual(urns(figure.group, (row) => row[key] === 1))
    }
  })

  it.each(['2015-10-15', '2016-01-31', '2016-04-30', '2016-06-14', '2016-06-21'])('count packages by state as at %s as plain SQL does', (asAt) => {
    const counts = countPackages(packagesOn(db, asAt).map(({ state }) => state))
    expect(new Map(Object.entries(counts).filter(([, count]) => count > 0))).toEqual(recountPackages(db, asAt))
  })

  it('count every round that all ten districts have begun', () => {
    const rounds = rows<{ held: number; last: string }>(
      `SELECT count(*) AS held, max(m.date) AS last FROM meetings m JOIN bodies b ON b.id = m.body_id
       WHERE b.kind = 'districtStrategyGroup' AND m.date BETWEEN '2015-09-01' AND '2016-06-21' GROUP BY b.district`,
    )
    expect(rounds.map((row) => row.held)).toEqual(Array.from({ length: 10 }, () => 3))
    expect(rounds.every((row) => row.last <= SAMPLE_TODAY)).toBe(true)
  })

  it('are those that the minutes of each stocktake name', () => {
    for (const date of ['2016-02-08', '2016-02-22', '2016-05-09']) {
      const [minute] = rows<{ text: string }>(
        `SELECT minutes.text FROM minutes JOIN agenda_items i ON i.id = item_id JOIN meetings m ON m.id = i.meeting_id JOIN bodies b ON b.id = m.body_id
         WHERE b.code = 'IQ' AND m.date = ? AND i.title = 'Provider’s stocktake'`,
        date,
      )
      const percents = figuresOn(date).filter((figure) => figure.id === 'visited').map((figure) => `${figure.percent}%`)
      expect(minute?.text.match(/\d+%/g), date).toEqual(percents)
    }
  })

  it('leave 38 maintained schools without a visit, twelve of them in Hodge Hill', () => {
    const missing = recount(db, SAMPLE_TODAY, CONTRACT).filter((row) => row.school_group === 'maintained' && row.visited === 0)
    expect(missing).toHaveLength(38)
    expect(missing.filter((row) => row.district === 'Hodge Hill')).toHaveLength(12)
  })

  it('depend on what the settings and rules choose', () => {
    const visited = (settings: Partial<FigureSettings>) => figuresOn('2016-06-21', settings).filter((figure) => figure.id === 'visited').map((figure) => figure.percent)
    expect(visited({})).toEqual([87, 66])
    expect(visited({ carryOver: false })[1]).toBeLessThan(64)
    expect(visited({ contactKinds: ['visit', 'telephone', 'virtual', 'meeting'] })[0]).toBeGreaterThan(90)
    const kinds = rows<{ kind: string }>('SELECT DISTINCT status || kind || counts AS kind FROM visits').map((row) => row.kind)
    expect(kinds).toEqual(expect.arrayContaining(['plannedvisit1', 'cancelledvisit1', 'completedvisit0', 'completedtelephone1', 'completedvirtual1', 'completedmeeting1']))
    expect(rows("SELECT 1 FROM visits WHERE date < '2015-09-01'").length).toBeGreaterThan(100)
    expect(rows("SELECT 1 FROM visits WHERE status = 'completed' AND date > '2016-06-14'")).toEqual([])
  })
})

describe('the invented register', () => {
  it('has the numbers and districts of the plan, under URNs that the real register does not use', () => {
    const open = recount(db, SAMPLE_TODAY, CONTRACT)
    expect(open).toHaveLength(447)
    expect(new Set(open.map((row) => row.district)).size).toBe(10)
    const odd = rows("SELECT urn FROM schools WHERE NOT (urn BETWEEN '900001' AND '900499' AND la_code = '330' AND establishment_number = '9' || substr(urn, 4))")
    expect(odd).toEqual([])
    expect(rows('SELECT name FROM schools WHERE close_date IS NULL GROUP BY name HAVING count(*) > 1')).toEqual([])
    expect(rows<{ value: string }>("SELECT DISTINCT value FROM school_facts WHERE fact = 'status' ORDER BY 1").map((row) => row.value)).toEqual(['Closed', 'Open', 'Open, but proposed to close', 'Proposed to open'])
  })

  it('closes a record the day before the academy that takes its place opens, linked from both sides', () => {
    const lines = rows<{ gap: number; back: number }>(
      `SELECT julianday(s.open_date) - julianday(p.close_date) AS gap,
         (SELECT count(*) FROM school_links b WHERE b.urn = p.urn AND b.link_urn = s.urn AND b.type LIKE 'Successor%') AS back
       FROM school_links l JOIN schools s ON s.urn = l.urn JOIN schools p ON p.urn = l.link_urn WHERE l.type LIKE 'Predecessor%'`,
    )
    expect(lines).toHaveLength(18)
    expect(lines.every(({ gap, back }) => gap === 1 && back === 1)).toBe(true)
  })

  it('enters nothing against a record on a day when it was not open', () => {
    const outside = (table: string, date: string, from = table) =>
      rows(`SELECT s.urn, ${date} AS date FROM ${from} JOIN schools s ON s.id = ${table}.school_id WHERE ${date} < s.open_date OR ${date} > s.close_date`)
    expect(outside('visits', 'visits.date')).toEqual([])
    expect(outside('need_judgements', 'decided_on')).toEqual([])
    expect(outside('school_attendance', 'm.date', 'school_attendance JOIN meetings m ON m.id = meeting_id')).toEqual([])
  })

  const real = join(import.meta.dirname, '../../../../shared/data/gias-birmingham-2024-10-28.csv')
  it.runIf(existsSync(real))(`shares no name with a real school of Birmingham, not even its stem${existsSync(real) ? '' : ' (skipped: the register file is not beside this project)'}`, () => {
    const table: unknown = parse(readFileSync(real, 'latin1'), { relax_column_count: true })
    const [heading = [], ...lines] = Array.isArray(table) ? table.filter((line): line is string[] => Array.isArray(line)) : []
    const column = heading.indexOf('EstablishmentName')
    const known = new Set(lines.map((line) => stemOf(line[column] ?? '')))
    expect(known.size).toBeGreaterThan(500)
    const names = rows<{ name: string }>('SELECT name FROM schools').map((row) => row.name)
    expect(names.filter((name) => known.has(stemOf(name)))).toEqual([])
  })
})

/** What is left of a name without the words that many schools share. */
function stemOf(name: string): string {
  const common = /\b(primary|school|academy|community|junior|infants?|nursery|special|high|catholic|ce|rc|free|the|for|girls|boys|and|centre|studio|university|technical|college|sixth|form|alternative|provision|house|preparatory)\b/g
  return name.toLowerCase().replace(/[^a-z ]/g, '').replace(common, '').replace(/ +/g, ' ').trim()
}

describe('committees of the sample', () => {
  interface Told extends ActionEventFact {
    action_id: string
    code: string
    meeting: string
    ordinal: number
    text: string
    not_before: string | null
  }
  const tell = () =>
    Map.groupBy(
      rows<Told>(
        `SELECT e.id, e.kind, e.date, e.owner, e.due, e.recorded_at AS recordedAt, e.action_id, b.code, m.date AS meeting, a.ordinal, a.text, a.not_before
         FROM action_events e JOIN actions a ON a.id = e.action_id JOIN meetings m ON m.id = a.meeting_id JOIN bodies b ON b.id = m.body_id
         ORDER BY e.date, e.recorded_at, e.id`,
      ),
      (event) => event.action_id,
    )
  const standings = () =>
    [...tell().values()].flatMap((events) => {
      const [opened] = events
      const standing = actionOn(events, SAMPLE_TODAY)
      return opened && standing ? [{ ...standing, number: actionNumber(opened.code, opened.meeting, opened.ordinal), text: opened.text, parked: opened.not_before }] : []
    })

  it('has the meetings of the paper, held and to come', () => {
    const meetings = rows<{ meeting: string }>("SELECT b.code || ' ' || m.date || ' ' || m.state AS meeting FROM meetings m JOIN bodies b ON b.id = m.body_id").map((row) => row.meeting)
    expect(meetings).toEqual(
      expect.arrayContaining([
        'LASI 2016-02-03 held', 'IQ 2016-02-08 held', 'IQ 2016-02-22 held', 'IQ 2016-05-09 held', 'CMG 2016-05-10 held', 'DSG-LAD 2016-05-12 held',
        'AC 2016-06-21 planned', 'IQ 2016-07-04 planned', 'CMG 2016-07-19 planned',
      ]),
    )
    expect(rows("SELECT 1 FROM agenda_items i JOIN meetings m ON m.id = i.meeting_id LEFT JOIN minutes ON item_id = i.id WHERE m.state = 'held' AND document IS NULL")).toEqual([])
    for (const { document } of rows<{ document: string }>('SELECT document FROM minutes')) richText.parse(JSON.parse(document))
  })

  it('has one chair in every body, and knows the Quartet by both names', () => {
    expect(rows('SELECT b.code FROM bodies b JOIN body_members m ON m.body_id = b.id GROUP BY b.id HAVING sum(chair) <> 1')).toEqual([])
    expect(rows("SELECT a.name FROM body_aliases a JOIN bodies b ON b.id = a.body_id WHERE b.code = 'IQ'")).toEqual([{ name: 'Improvement Quartet' }])
    expect(rows("SELECT 1 FROM bodies WHERE kind = 'districtStrategyGroup'")).toHaveLength(10)
  })

  it('has actions in every state, by legal moves only', () => {
    const events = [...tell().values()]
    expect(new Set(events.flat().map((event) => event.kind))).toEqual(new Set(actionEventKind.options))
    for (const story of events) {
      let state: ReturnType<typeof stateAfter> = 'open'
      for (const { kind, text } of story.slice(1)) {
        state = kind === 'opened' || state === null ? null : stateAfter(state, kind)
        expect(state, `${text}: ${kind}`).not.toBeNull()
      }
    }
    expect(new Set(standings().map((action) => action.state))).toEqual(new Set(actionState.options))
    expect(standings().filter((action) => action.parked !== null && action.parked > SAMPLE_TODAY)).toHaveLength(2)
  })

  it('has 23 live actions, five overdue and four due in the week to come', () => {
    const live = standings().filter((action) => action.state === 'open' || action.state === 'inProgress')
    expect(live).toHaveLength(23)
    expect(live.filter((action) => action.number.startsWith('IQ/'))).toHaveLength(9)
    const byDue = live.filter((action) => action.daysLeft <= 7).sort((a, b) => a.daysLeft - b.daysLeft || (a.number < b.number ? -1 : 1))
    expect(byDue.map(({ number, daysLeft, overdue, owner }) => `${number} ${daysLeft} ${overdue ? 'overdue ' : ''}${owner}`)).toEqual([
      'IQ/2016-02-22/4 -18 overdue Assistant Director',
      'LASI/2016-02-03/2 -14 overdue District Lead, Yardley',
      'LASI/2016-02-03/3 -11 overdue Assistant Director',
      'DSG-HOD/2016-05-17/1 -6 overdue District Lead, Hodge Hill',
      'CMG/2016-05-10/1 -4 overdue Provider director',
      'IQ/2016-05-09/3 2 Provider director',
      'IQ/2016-05-09/1 3 District Lead, Hodge Hill',
      'IQ/2016-05-09/5 3 Data manager',
      'DSG-LAD/2016-05-12/2 6 District Lead, Ladywood',
    ])
  })

  it('has the committee’s paper in draft, with the standing wording and live figures', () => {
    expect(rows('SELECT title, meeting_date, as_at, layout, state FROM papers')).toEqual([
      { title: 'Audit Committee 21 June 2016: Birmingham Education Partnership', meeting_date: '2016-06-21', as_at: '2016-06-21', layout: 'short', state: 'draft' },
    ])
    const sections = rows<{ heading: string; document: string }>('SELECT heading, document FROM paper_sections ORDER BY position')
    expect(sections.map((section) => section.heading)).toEqual(['Introduction and Background', 'What have we done so far?', 'Next steps and what the Council will do to hold BEP to account'])
    expect(sections[1]?.document.match(/"figure":"(\w+)"/g)).toEqual(['"figure":"visited"', '"figure":"visited"', '"figure":"dsgRounds"', '"figure":"dsgCoverage"', '"figure":"packagesRequired"'])
  })
})
