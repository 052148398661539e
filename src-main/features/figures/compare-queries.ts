import type { CivilDate } from '../../api/base.ts'
import type { Comparison, Move } from '../../api/figures.ts'
import { all, asKnown, build, lastEntryBy, snapshot, type ReadHandle } from '../../database/index.ts'
import { endOfDay } from '../../domain/clock.ts'
import { valueOn } from '../../domain/dated-facts.ts'
import { addDays } from '../../domain/dates.ts'
import type { FigureFacts, FigureQuestion } from '../../domain/figure-facts.ts'
import { movedBetweenDates, movedByKnowledge, type MovedFigure } from '../../domain/figure-moves.ts'
import { explain } from '../../domain/figure-words.ts'
import { moveWords, placesNote } from '../../domain/move-words.ts'
import { meetingsHeld } from '../../domain/standings.ts'
import { readSettings } from '../settings/queries.ts'
import { questionOf } from './count-queries.ts'
import { loadFigureFacts } from './queries.ts'

interface Asked {
  fromAsAt: CivilDate
  from?: CivilDate | undefined
}

/**
 * Every figure as at `fromAsAt` and as at the question's date, with what moved it: what the world did between the two
 * dates, and what has been done to the records since the first of them.
 */
export function compareFigures(db: ReadHandle, question: FigureQuestion, asked: Asked): Comparison[] {
  return snapshot(db, () => {
    const now = loadFigureFacts(db)
    const known = knownOn(db, now, question, asked)
    const meetings = meetingsBetween(db, now, question, asked.fromAsAt)
    const name = namer(now, question.asAt)
    const words = { provider: readSettings(db).provider }
    return movedBetweenDates(now, question, asked.fromAsAt).map(({ before, after, moves }) => {
      const restated = known?.find(({ after: { id, group } }) => id === before.id && group === before.group)
      const { title, howCounted } = explain(after, words)
      return {
        id: after.id,
        group: after.group,
        title,
        howCounted,
        note: placesNote(after),
        before: counted(before),
        after: counted(after),
        moved: moves.map(name),
        known: restated ? counted(restated.before) : null,
        restated: (restated?.moves ?? []).map(name),
        meetings: after.id === 'dsgMeetings' || after.id === 'dsgRounds' ? meetings : [],
      }
    })
  })
}

/** The first date as it was known at its end; null where Quartet held no schools by then. */
function knownOn(db: ReadHandle, now: FigureFacts, question: FigureQuestion, { fromAsAt, from }: Asked): MovedFigure[] | null {
  const upTo = lastEntryBy(db, endOfDay(fromAsAt))
  if (upTo === null) return null
  const dbThen = asKnown(db, upTo, 'then')
  const then = loadFigureFacts(dbThen)
  if ([...then.records].length === 0) return null
  const late = loadFigureFacts(asKnown(db, upTo, 'late'))
  const asAt = fromAsAt
  return movedByKnowledge({ then, late, now }, questionOf(readSettings(dbThen), { from, asAt }, asAt), { ...question, asAt })
}

function counted({ numerator, denominator, percent, text }: Comparison['before']): Comparison['before'] {
  return { numerator, denominator, percent, text }
}

function namer(facts: FigureFacts, asAt: CivilDate): (move: Move) => Comparison['moved'][number] {
  const records = new Map([...facts.records].map((record) => [record.urn, record]))
  return (move) => {
    const record = records.get(move.urn)
    return { ...move, name: record?.name ?? 'No longer in the register', district: (record && valueOn(record.districts, asAt)) || null, because: moveWords(move) }
  }
}

function meetingsBetween(db: ReadHandle, facts: FigureFacts, question: FigureQuestion, fromAsAt: CivilDate): Comparison['meetings'] {
  const names = new Map(all(db, build.selectFrom('bodies').select(['id', 'name'])).map((body) => [body.id, body.name]))
  const since = addDays(fromAsAt, 1)
  const held = meetingsHeld(facts, { ...question, from: since > question.from ? since : question.from })
  return [...held.values()].map(({ groupKey, date }) => ({ name: names.get(groupKey) ?? '', date })).sort((a, b) => (a.date + a.name < b.date + b.name ? -1 : 1))
}
