import type { CivilDate } from '../../api/base.ts'
import type { PackageEventKind, Rag } from '../../api/support.ts'
import { addDays } from '../../domain/dates.ts'
import { chanceFor, type Chance } from './chance.ts'
import type { SampleJudgement, SampleNeeds } from './needs.ts'
import type { SampleLine, SampleRecord } from './school-line.ts'
import type { SampleSeed } from './seed.ts'

export interface SampleEvent {
  kind: PackageEventKind
  date: CivilDate
  note: string
  agreedWith?: string
  funding?: string
  rag?: Rag
  successor?: SampleRecord
  /** One a objective, in their order. */
  ratings?: Rag[]
}

export interface SamplePackage {
  line: SampleLine
  judgement: SampleJudgement
  title: string
  lead: string
  plannedStart: CivilDate
  plannedEnd: CivilDate
  plannedDays: number
  cost: number
  objectives: { text: string; success: string }[]
  events: SampleEvent[]
  days: { date: CivilDate; halfDays: number; note: string }[]
}

/** How far a package has come by the sample's day. */
type Fate = 'needIdentified' | 'diagnosed' | 'agreed' | 'active' | 'paused' | 'escalated' | 'stopped' | 'completed'

/** Dealt out in turn to the schools that require a package: most are at work. */
const FATES: readonly Fate[] = ['active', 'active', 'agreed', 'active', 'diagnosed', 'active', 'paused', 'active', 'active', 'needIdentified', 'active', 'stopped', 'active', 'active', 'escalated', 'active']
const REVIEWS: readonly [CivilDate, CivilDate][] = [['2015-12-07', '2015-12-17'], ['2016-03-07', '2016-03-22'], ['2016-06-06', '2016-06-13']]
const PENCE_A_DAY = 45_000

/** A package for every judgement that requires one, in every state, with reviews a term and days of work. */
export function samplePackages(seed: SampleSeed, lines: readonly SampleLine[], { judgements, requiring }: SampleNeeds): SamplePackage[] {
  const chance = chanceFor(seed.plan.seed, 'packages', seed.plan.holidays)
  const lineOf = new Map(lines.flatMap((line) => [line.record, ...line.before].map((record) => [record, line] as const)))
  const latest = new Map<SampleLine, SampleJudgement>()
  for (const judgement of judgements) {
    const line = lineOf.get(judgement.record)
    if (line && judgement.requires) latest.set(line, judgement)
  }
  let undecided = 0
  return [...latest].map(([line, judgement], turn) => {
    const dealt = requiring.has(line) ? (FATES[turn % FATES.length] ?? 'active') : 'completed'
    const converts = line.record.openDate !== null && judgement.record !== line.record
    const fate = line.featured || converts ? 'active' : dealt === 'escalated' && line.group === 'academy' ? 'active' : dealt
    const made = packageOf(seed, chance, line, judgement, fate)
    // Of the schools that converted in mid-package, every second one still waits for somebody to decide.
    if (converts && (undecided += 1) % 2 === 0 && line.record.openDate !== null) made.events.push({ kind: 'carriedOn', date: line.record.openDate, note: '', successor: line.record })
    return made
  })
}

function packageOf(seed: SampleSeed, chance: Chance, line: SampleLine, judgement: SampleJudgement, fate: Fate): SamplePackage {
  const { support, plan } = seed
  const after = (date: CivilDate, least: number, most: number) => workingDayAfter(chance, addDays(date, least), addDays(date, most))
  const diagnosed = after(judgement.decidedOn, 3, 12)
  const agreed = after(diagnosed, 4, 14)
  const started = after(agreed, 3, 12)
  const told = line.featured?.judgedOn !== undefined
  const objectives = told ? support.objectives.slice(0, 2) : chance.shuffled(support.objectives).slice(0, chance.whole(2, 3))
  const plannedDays = chance.whole(6, 16)
  const steps: SampleEvent[] = [
    { kind: 'identified', date: judgement.decidedOn, note: '' },
    { kind: 'diagnosed', date: diagnosed, note: chance.pick(support.diagnoses) },
    { kind: 'agreed', date: agreed, note: '', agreedWith: chance.pick(support.agreedWith), funding: support.funding[judgement.record === line.record ? line.group : 'maintained'] },
    { kind: 'started', date: started, note: '' },
  ]
  const reached = { needIdentified: 1, diagnosed: 2, agreed: 3 }
  const atWork = fate !== 'needIdentified' && fate !== 'diagnosed' && fate !== 'agreed'
  const events = steps.slice(0, atWork ? 4 : reached[fate]).filter(({ date }) => date < plan.today)
  const working = events.some(({ kind }) => kind === 'started')
  const ended = working ? endOf(seed, chance, fate) : null
  if (working) events.push(...reviewsOf(seed, chance, { started, until: ended?.date ?? plan.today, objectives: objectives.length, finished: fate === 'completed', told }))
  if (ended) events.push(ended)
  return {
    line,
    judgement,
    title: told ? (support.titles[0] ?? '') : chance.pick(support.titles),
    lead: chance.pick(support.leads).replace('{district}', line.record.district),
    plannedStart: started,
    plannedEnd: chance.pick(['2016-07-15', '2016-07-20', '2016-12-16']),
    plannedDays,
    cost: plannedDays * PENCE_A_DAY,
    objectives,
    events,
    days: working ? daysOf(seed, chance, started, ended?.date ?? addDays(plan.today, -1), plannedDays) : [],
  }
}

/** What brought it out of its everyday work; null for what is active. */
function endOf({ support }: SampleSeed, chance: Chance, fate: Fate): SampleEvent | null {
  if (fate === 'completed') return { kind: 'completed', date: chance.workingDay('2016-05-16', '2016-06-10'), note: support.completed }
  if (fate === 'stopped') return { kind: 'stopped', date: chance.workingDay('2016-04-18', '2016-05-27'), note: support.stopped }
  if (fate === 'paused') return { kind: 'paused', date: chance.workingDay('2016-04-18', '2016-06-10'), note: support.paused }
  if (fate === 'escalated') return { kind: 'escalated', date: chance.workingDay('2016-04-18', '2016-05-20'), note: support.escalated }
  return null
}

interface Course {
  started: CivilDate
  until: CivilDate
  objectives: number
  finished: boolean
  /** The seed describes this school, and a visit on which its package was reviewed. */
  told: boolean
}

/** A review a term while it is at work; some are late, and the latest term's are only beginning. */
function reviewsOf({ support }: SampleSeed, chance: Chance, course: Course): SampleEvent[] {
  return REVIEWS.flatMap(([from, to], term): SampleEvent[] => {
    if (course.told && term === 2) return [{ kind: 'reviewed', date: '2016-06-09', note: support.told, rag: 'amber', ratings: ['amber', 'green'] }]
    const date = chance.workingDay(from, to)
    const held = chance.happens(term === 2 ? 35 : 88)
    if (date <= course.started || date >= course.until || !held) return []
    const rag: Rag = course.finished && term > 0 ? 'green' : chance.pick(term === 0 ? ['red', 'amber', 'amber'] : ['red', 'amber', 'amber', 'amber', 'green', 'green'])
    const ratings = Array.from({ length: course.objectives }, (_, i): Rag => (i === 0 ? rag : chance.pick(['amber', 'green', rag])))
    return [{ kind: 'reviewed', date, note: chance.pick(support.narratives[rag]), rag, ratings }]
  })
}

function daysOf({ support }: SampleSeed, chance: Chance, started: CivilDate, until: CivilDate, planned: number): SamplePackage['days'] {
  if (addDays(started, 14) > until) return []
  return Array.from({ length: chance.whole(2, planned - 2) }, () => ({ date: chance.workingDay(started, until), halfDays: chance.pick([1, 2, 2, 2]), note: chance.pick(support.work) }))
    .sort((a, b) => (a.date < b.date ? -1 : 1))
}

/** A stretch may lie in the holidays; then it is lengthened until it does not. */
function workingDayAfter(chance: Chance, from: CivilDate, to: CivilDate): CivilDate {
  return chance.workingDay(from, addDays(to, 7))
}
