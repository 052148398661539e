import type { CivilDate, SchoolGroup } from '../../api/base.ts'
import { addDays } from '../../domain/dates.ts'
import { chanceFor, type Chance } from './chance.ts'
import { recordOn, type SampleLine, type SampleRecord, type SampleRegister } from './school-line.ts'
import type { SampleSeed } from './seed.ts'
import { noRecord, withRecords, type SampleVisit } from './visit-records.ts'

/**
 * Two years of contact with schools. The plan says how many schools of each group have had their first visit by when;
 * around those visits stand calls, briefings, planned and cancelled visits, and the council's own before the contract:
 * all of them real work, none of which the figures may count.
 *
 * @returns in order of date
 */
export function sampleVisits(seed: SampleSeed, register: SampleRegister): SampleVisit[] {
  const { plan } = seed
  const chance = chanceFor(plan.seed, 'visits', plan.holidays)
  const firsts = new Map([...firstVisits(seed, register.lines, 'maintained', chance), ...firstVisits(seed, register.lines, 'academy', chance)])
  const write = visitWriter(seed, chance)
  const visits = [
    ...register.lines.flatMap((line) => [...visitsInWindow(line, firsts.get(line) ?? null), ...otherContacts(line, !firsts.has(line))]),
    ...register.others.filter((other) => other.visited).map(({ record }) => write(record, chance.workingDay('2015-10-05', '2016-03-18'), chance.pick(seed.contacts.first))),
  ]
  recordOneLate(visits)
  return withRecords(seed, visits.sort((a, b) => (a.date + a.record.urn < b.date + b.record.urn ? -1 : 1)))

  function visitsInWindow(line: SampleLine, first: CivilDate | null): SampleVisit[] {
    if (first === null) return []
    if (line.featured) {
      const { visits: dates, notes } = line.featured
      return dates.map((date, i) => {
        const own = notes.find((note) => note.date === date)
        const visit = write(line.record, date, chance.pick(i === 0 ? seed.contacts.first : seed.contacts.following))
        return own ? { ...visit, purpose: own.purpose, note: own.note, visitor: `District Lead, ${line.record.district}` } : visit
      })
    }
    const dates = [first]
    const latest = addDays(plan.today, -4)
    for (let next = addDays(first, 28); !isCarriedOver(line) && addDays(next, 7) < latest && chance.happens(38); next = addDays(next, 60)) {
      dates.push(chance.workingDay(next, latest))
    }
    return dates.map((date, i) => write(recordOn(line, date), date, chance.pick(i === 0 ? seed.contacts.first : seed.contacts.following)))
  }

  function otherContacts(line: SampleLine, notVisited: boolean): SampleVisit[] {
    if (line.featured) return []
    const { before, notInPerson, planned, cancelled, notCounting } = seed.contacts
    const found: SampleVisit[] = []
    const existsBefore = line.before.length > 0 || line.record.openDate === null || line.record.openDate < plan.firstKnown
    if (existsBefore && chance.happens(line.group === 'maintained' ? 45 : 12)) {
      const date = chance.workingDay('2014-09-15', '2015-07-10')
      found.push({ ...write(recordOn(line, date), date, chance.pick(before.purposes)), visitor: before.visitor })
    }
    if (chance.happens(notVisited ? 70 : 18)) {
      const date = chance.workingDay('2015-10-05', '2016-06-10')
      const { kind, purpose, note } = chance.pick(notInPerson)
      found.push({ ...write(recordOn(line, date), date, purpose), kind, note })
    }
    if (notVisited && chance.happens(20)) {
      const date = chance.workingDay('2016-02-22', '2016-05-27')
      found.push({ ...write(recordOn(line, date), date, chance.pick(planned)), status: 'cancelled', note: '', cancelled_because: chance.pick(cancelled) })
    }
    if (notVisited && chance.happens(14)) {
      const date = chance.workingDay('2015-11-09', '2016-06-10')
      found.push({ ...write(recordOn(line, date), date, notCounting.purpose), counts: false, note: notCounting.note })
    }
    if (notVisited && chance.happens(55)) {
      const date = chance.workingDay(addDays(plan.today, 1), '2016-07-15')
      const recorded_at = `${chance.workingDay('2016-06-06', '2016-06-13')}T15:10:00.000Z`
      found.push({ ...write(line.record, date, chance.pick(planned)), status: 'planned', note: '', recorded_at })
    }
    return found
  }

  /** One visit came into the workspace weeks after it was made: dated facts count by their date, not by their typing. */
  function recordOneLate(all: SampleVisit[]): void {
    const { date, recordedAt } = plan.visited.recordedLate
    const late = all.find((visit) => visit.status === 'completed' && visit.counts && visit.kind === 'visit' && addDays(date, -7) <= visit.date && visit.date <= date)
    if (late) Object.assign(late, { date, recorded_at: recordedAt })
  }
}

/** Visited as the predecessor and not since: only carrying over makes such a school visited. */
function isCarriedOver({ conversion, before }: SampleLine): boolean {
  return conversion?.visited === 'before' || (conversion === null && before.length > 0)
}

/** The date of each visited school's first visit in the window, by the bands of the plan. */
function firstVisits({ plan }: SampleSeed, lines: readonly SampleLine[], group: SchoolGroup, chance: Chance): [SampleLine, CivilDate][] {
  const own = lines.filter((line) => line.group === group)
  const firsts = new Map<SampleLine, CivilDate>()
  for (const line of own) {
    const opened = line.record.openDate
    const first = line.featured ? line.featured.visits[0] : isCarriedOver(line) && opened !== null ? chance.workingDay('2015-09-07', addDays(opened, -1)) : undefined
    if (first !== undefined) firsts.set(line, first)
  }
  const open = own.filter((line) => line.featured === null && !firsts.has(line) && line.conversion?.visited !== 'never')
  const { district, maintained } = plan.visited.notVisitedTogether
  const together = group === 'maintained' ? chance.shuffled(open.filter((line) => line.record.district === district)).slice(0, maintained) : []
  const elsewhere = open.filter((line) => group === 'academy' || line.record.district !== district)
  const visitable = chance.shuffled([...elsewhere, ...open.filter((line) => !elsewhere.includes(line) && !together.includes(line))])
  const notVisited = own.length - plan.visited[group].total - (own.length - open.length - firsts.size) - together.length
  const spared = new Set(chance.shuffled(elsewhere).slice(0, notVisited))
  const waiting = visitable.filter((line) => !spared.has(line))
  for (const band of plan.visited[group].bands) {
    const already = [...firsts.values()].filter((date) => date <= band.to).length
    for (const line of waiting.splice(0, band.visited - already)) firsts.set(line, chance.workingDay(band.from, band.to))
  }
  return [...firsts]
}

function visitWriter({ contacts, plan }: SampleSeed, chance: Chance): (record: SampleRecord, date: CivilDate, purpose: string) => SampleVisit {
  return (record, date, purpose) => {
    const visitor = chance.happens(80) ? contacts.visitors.lead : chance.pick(contacts.visitors.others)
    const typed = addDays(date, chance.whole(0, 4))
    return {
      record,
      date,
      visitor: visitor.replace('{district}', record.district),
      kind: 'visit',
      status: 'completed',
      counts: true,
      purpose,
      note: chance.pick(contacts.notes),
      ...noRecord,
      recorded_at: `${typed < plan.today ? typed : addDays(plan.today, -1)}T${chance.whole(16, 17)}:${chance.whole(10, 59)}:00.000Z`,
    }
  }
}
