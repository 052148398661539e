import { valueOn } from './dated-facts.ts'
import { formatDate } from './date-words.ts'
import type { JudgementFact } from './figure-facts.ts'
import { foldWords, joinedName } from './fold-words.ts'
import { numberWords } from './number-words.ts'
import { isOpenOn } from './open-on.ts'
import { openVisit, page, form, type Finding, type Look, type QualityRecord } from './quality-facts.ts'
import { capital, of } from './quality-register.ts'
import { predecessors, stepBack } from './school-line.ts'

/** What is odd in the provider's work: visits, judgements, meetings and actions, held against the register. */

type Visit = Look['visits'][number]

function visitFinding(record: QualityRecord, visit: Visit, rule: Finding['rule'], message: string, facts = ''): Finding {
  return { rule, subject: visit.id, urn: record.urn, name: record.name, message, facts: `${record.urn} ${visit.date} ${visit.status} ${facts}`, fix: openVisit(visit.id) }
}

/** Visits that took place or are to take place, each with its record. */
function* visitsOf({ visits, byUrn }: Look): Generator<readonly [Visit, QualityRecord]> {
  for (const visit of visits) {
    const record = byUrn.get(visit.urn)
    if (record && visit.status !== 'cancelled') yield [visit, record]
  }
}

export function visitBeforeOpening(look: Look): Finding[] {
  const before = predecessors(look.links)
  return [...visitsOf(look)].flatMap(([visit, record]) => {
    const { openDate, name } = record
    if (openDate === null || visit.date >= openDate) return []
    const earlier = before(record.urn).map((urn) => look.byUrn.get(urn)).find((one) => one && isOpenOn(one, visit.date))
    const hint = earlier ? ` ${earlier.name}, URN ${earlier.urn}, was open then.` : ''
    return visitFinding(record, visit, 'visitBeforeOpening', `The visit to ${name} on ${formatDate(visit.date)} is before it opened on ${formatDate(openDate)}.${hint}`, openDate)
  })
}

export function visitAfterClosing(look: Look): Finding[] {
  return [...visitsOf(look)].flatMap(([visit, record]) => {
    const { closeDate, name } = record
    if (closeDate === null || visit.date <= closeDate) return []
    const is = visit.status === 'planned' ? 'is planned for a day' : 'is'
    return visitFinding(record, visit, 'visitAfterClosing', `The visit to ${name} on ${formatDate(visit.date)} ${is} after it closed on ${formatDate(closeDate)}.`, closeDate)
  })
}

export function visitAhead(look: Look): Finding[] {
  return [...visitsOf(look)]
    .filter(([visit]) => visit.status === 'completed' && visit.date > look.today)
    .map(([visit, record]) => visitFinding(record, visit, 'visitAhead', `The visit to ${record.name} on ${formatDate(visit.date)} is recorded as completed, and the day is still to come.`))
}

export function plannedVisitPast(look: Look): Finding[] {
  return [...visitsOf(look)]
    .filter(([visit]) => visit.status === 'planned' && visit.date < look.today)
    .map(([visit, record]) => visitFinding(record, visit, 'plannedVisitPast', `The visit to ${record.name} planned for ${formatDate(visit.date)} is past, and nobody has recorded what came of it.`))
}

/** The same visitor at the same school on the same day: recorded twice, or counted twice. */
export function sameVisitTwice(look: Look): Finding[] {
  const completed = [...visitsOf(look)].filter(([visit]) => visit.status === 'completed')
  const same = Map.groupBy(completed, ([visit]) => JSON.stringify([visit.urn, visit.date, visit.kind, foldWords(visit.visitor)]))
  return [...same.values()].flatMap((visits) => {
    const [last] = visits.toReversed()
    if (!last || visits.length < 2) return []
    const [visit, record] = last
    return {
      ...visitFinding(record, visit, 'sameVisitTwice', `${capital(numberWords(visits.length))} visits to ${record.name} on ${formatDate(visit.date)} by ${visit.visitor} are recorded: one may be there twice.`),
      subject: visits.map(([{ id }]) => id).sort().join(' '),
    }
  })
}

/** With carry over off, what was done before a conversion counts for nobody. */
export function visitsLeftBehind(look: Look): Finding[] {
  if (look.carryOver) return []
  const counted = Map.groupBy(
    look.visits.filter((visit) => visit.status === 'completed' && visit.counts && visit.date >= look.contractStart && visit.date <= look.today),
    ({ urn }) => urn,
  )
  const pairs = new Map(look.links.flatMap((link) => stepBack(link) ?? []).map((step) => [`${step.before} ${step.urn}`, step]))
  return [...pairs].flatMap(([subject, step]) => {
    const [before, after] = [look.byUrn.get(step.before), look.byUrn.get(step.urn)]
    const visits = counted.get(step.before) ?? []
    if (!before || !after || visits.length === 0 || isOpenOn(before, look.today) || !isOpenOn(after, look.today)) return []
    const count = visits.length === 1 ? 'One visit' : `${capital(numberWords(visits.length))} visits`
    return {
      rule: 'visitsLeftBehind' as const,
      subject,
      urn: after.urn,
      name: after.name,
      message: `${count} to ${before.name}, URN ${before.urn}, from before it became ${after.name} ${visits.length === 1 ? 'counts' : 'count'} for neither, because carry over is off.`,
      facts: visits.map(({ id }) => id).sort().join(' '),
      fix: page('Change how figures are counted', '/settings'),
    }
  })
}

/** A closed school whose line goes on in an open one is no loose end: that one has taken its place. */
function successorsOpen(look: Look): ReadonlySet<string> {
  const before = predecessors(look.links)
  return new Set(look.open.flatMap(({ urn }) => before(urn)))
}

export function closedWithNeed(look: Look): Finding[] {
  const latest = new Map<string, JudgementFact>()
  const order = ({ decidedOn, recordedAt, id }: JudgementFact) => `${decidedOn} ${recordedAt} ${id}`
  for (const judgement of look.judgements) {
    const known = latest.get(judgement.urn)
    if (judgement.decidedOn <= look.today && (!known || order(known) < order(judgement))) latest.set(judgement.urn, judgement)
  }
  const goesOn = look.carryOver ? successorsOpen(look) : new Set<string>()
  return look.closed.flatMap((record) => {
    const judgement = latest.get(record.urn)
    if (!judgement?.requires || goesOn.has(record.urn)) return []
    return {
      ...of(record, 'closedWithNeed'),
      message: `${record.name} is closed, and its judgement of ${formatDate(judgement.decidedOn)} still says that it requires a package.`,
      facts: `${judgement.id} ${record.closeDate ?? ''}`,
      fix: form('judgement', 'Record a judgement'),
    }
  })
}

/** An action is no school's by its number, so its words tell: a closed school's name, which no open school has. */
export function closedWithAction(look: Look): Finding[] {
  const actions = look.actions.map((action) => ({ ...action, folded: joinedName(action.text) }))
  if (actions.length === 0) return []
  const goesOn = successorsOpen(look)
  const openNames = new Set(look.open.map(({ name }) => joinedName(name)))
  return look.closed.flatMap((record) => {
    const name = joinedName(record.name)
    if (!/\S\s+\S/u.test(record.name.trim()) || openNames.has(name) || goesOn.has(record.urn)) return []
    return actions
      .filter(({ folded }) => folded.includes(name))
      .map(({ id, number }) => ({
        rule: 'closedWithAction' as const,
        subject: `${id} ${record.urn}`,
        urn: record.urn,
        name: record.name,
        message: `Action ${number} is still to be done and names ${record.name}, which ${record.closeDate === null ? 'is closed' : `closed on ${formatDate(record.closeDate)}`}.`,
        facts: record.closeDate ?? '',
        fix: page('Open the action', `/actions?id=${id}`),
      }))
  })
}

export function judgementWhileNotOpen({ judgements, byUrn }: Look): Finding[] {
  return judgements.flatMap(({ id, urn, decidedOn }) => {
    const record = byUrn.get(urn)
    if (!record) return []
    const { openDate, closeDate } = record
    const when = openDate !== null && decidedOn < openDate ? `before it opened on ${formatDate(openDate)}` : closeDate !== null && decidedOn > closeDate ? `after it closed on ${formatDate(closeDate)}` : null
    if (when === null) return []
    return {
      ...of(record, 'judgementWhileNotOpen'),
      subject: id,
      message: `The judgement on ${record.name} of ${formatDate(decidedOn)} is ${when}.`,
      facts: `${decidedOn} ${openDate ?? ''} ${closeDate ?? ''}`,
      fix: page('Open the school', `/schools/${urn}`),
    }
  })
}

export function meetingWithoutAttendance({ meetings, attendance, today }: Look): Finding[] {
  const ticked = new Set(attendance.map(({ meetingId }) => meetingId))
  return meetings
    .filter(({ id, date }) => date <= today && !ticked.has(id))
    .map(({ id, body, date }) => ({
      rule: 'meetingWithoutAttendance',
      subject: id,
      urn: null,
      name: body,
      message: `The meeting of ${body} on ${formatDate(date)} was held, and no school’s attendance is recorded.`,
      facts: date,
      fix: page('Record the attendance', `/meetings/${id}`),
    }))
}

/** Ticked schools, each with its record and the meeting. */
function* attended({ attendance, meetings, byUrn }: Look) {
  const known = new Map(meetings.map((meeting) => [meeting.id, meeting]))
  for (const row of attendance) {
    const [meeting, record] = [known.get(row.meetingId), byUrn.get(row.urn)]
    if (row.attended && meeting && record) yield { meeting, record, member: row.member, subject: `${meeting.id} ${record.urn}` }
  }
}

export function attendanceOtherDistrict(look: Look): Finding[] {
  return [...attended(look)].flatMap(({ meeting, record, member, subject }) => {
    // An officer said that it belongs to this group all the same.
    if (member) return []
    const district = valueOn(record.districts, meeting.date)
    if (!district || meeting.district === null || foldWords(district) === foldWords(meeting.district)) return []
    return {
      ...of(record, 'attendanceOtherDistrict'),
      subject,
      message: `${record.name} is of ${district}, and is recorded as present at ${meeting.body} on ${formatDate(meeting.date)}.`,
      facts: `${district} ${meeting.district}`,
      fix: page('Open the meeting', `/meetings/${meeting.id}`),
    }
  })
}

export function attendanceWhileNotOpen(look: Look): Finding[] {
  return [...attended(look)].flatMap(({ meeting, record, subject }) => {
    if (isOpenOn(record, meeting.date)) return []
    return {
      ...of(record, 'attendanceWhileNotOpen'),
      subject,
      message: `${record.name} was not open on ${formatDate(meeting.date)}, and is recorded as present at ${meeting.body}.`,
      facts: `${record.openDate ?? ''} ${record.closeDate ?? ''}`,
      fix: page('Open the meeting', `/meetings/${meeting.id}`),
    }
  })
}
