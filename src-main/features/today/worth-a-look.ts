import type { CivilDate } from '../../api/base.ts'
import type { ExplainedFigure } from '../../api/figures.ts'
import { formatDate } from '../../domain/date-words.ts'
import { daysBetween } from '../../domain/dates.ts'
import { countText } from '../../domain/number-words.ts'

export interface Remark {
  text: string
  quiet: string
  to: string
}

/** A register file older than this is last term's. */
const REGISTER_DAYS = 90

export interface DeskFacts {
  today: CivilDate
  figures: readonly ExplainedFigure[]
  /** The date of the newest register file, or null where none was imported. */
  registerDate: CivilDate | null
  schools: number
  /** Findings in the records that wait for an officer. */
  odd: number
  /** Meetings that are past but neither held nor cancelled, the oldest first. */
  unrecorded: readonly { id: string; bodyName: string; date: CivilDate }[]
  /** Held meetings with items that have no minutes. */
  unminuted: readonly { id: string; bodyName: string; date: CivilDate; items: number; minuted: number }[]
}

/** What an officer would be glad to be reminded of, each with the place to go. Nothing is invented: no fact, no line. */
export function worthALook(facts: DeskFacts): Remark[] {
  const remarks: Remark[] = []
  if (facts.schools === 0) {
    remarks.push({ text: 'There are no schools yet.', quiet: 'Import the register to begin.', to: '/schools/import?kind=register' })
  }
  for (const meeting of facts.unrecorded.slice(0, 2)) {
    remarks.push({ text: `The ${meeting.bodyName} of ${formatDate(meeting.date)} is not recorded as held.`, quiet: 'Record what happened.', to: `/meetings/${meeting.id}` })
  }
  for (const meeting of facts.unminuted.slice(0, 1)) {
    remarks.push({
      text: `The minutes of the ${meeting.bodyName} of ${formatDate(meeting.date)} are not complete.`,
      quiet: `${meeting.minuted} of ${meeting.items} items are written.`,
      to: `/meetings/${meeting.id}`,
    })
  }
  const visited = facts.figures.find((figure) => figure.id === 'visited' && figure.group === 'maintained')
  const unvisited = (visited?.denominator ?? 0) - (visited?.numerator ?? 0)
  if (unvisited > 0) {
    remarks.push({
      text: `${countText(unvisited)} maintained ${unvisited === 1 ? 'school has' : 'schools have'} had no visit.`,
      quiet: 'See which.',
      to: '/schools?visited=no&group=maintained',
    })
  }
  if (facts.odd > 0) {
    remarks.push({ text: `${countText(facts.odd)} ${facts.odd === 1 ? 'thing' : 'things'} in the records of schools ${facts.odd === 1 ? 'looks' : 'look'} odd.`, quiet: 'Put right or accept.', to: '/schools/quality' })
  }
  if (facts.registerDate !== null && daysBetween(facts.registerDate, facts.today) > REGISTER_DAYS) {
    remarks.push({
      text: `The school list is ${countText(daysBetween(facts.registerDate, facts.today))} days old.`,
      quiet: 'Import this term’s register.',
      to: '/schools/import?kind=register',
    })
  }
  return remarks
}
