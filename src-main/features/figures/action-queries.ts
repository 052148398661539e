import type { ActionComparison, ActionMove, BodyActions } from '../../api/action-figures.ts'
import type { CivilDate } from '../../api/base.ts'
import { asKnown, lastEntryBy, snapshot, type ReadHandle } from '../../database/index.ts'
import { actionCountsOf, actionSets, countActions, type ActionQuestion } from '../../domain/action-figures.ts'
import { actionsMovedBetweenDates, actionsMovedByKnowledge, type MovedActions } from '../../domain/action-moves.ts'
import { actionOn } from '../../domain/action-standing.ts'
import { endOfDay } from '../../domain/clock.ts'
import { actionMoveWords } from '../../domain/move-words.ts'
import { actionFacts } from '../actions/queries.ts'
import { readSettings } from '../settings/queries.ts'
import { questionOf } from './count-queries.ts'

type Named = ReturnType<typeof actionFacts>[number]

interface Asked {
  fromAsAt: CivilDate
  from?: CivilDate | undefined
}

/** The figures of each body that has had an action by the as-at date, by name. */
export function actionsByBody(actions: readonly Named[], question: ActionQuestion): BodyActions[] {
  const there = actions.filter(({ events }) => actionOn(events, question.asAt) !== null)
  return [...Map.groupBy(there, ({ bodyId }) => bodyId)]
    .map(([bodyId, of]) => ({ bodyId, body: of[0]?.bodyName ?? '', ...actionCountsOf(countActions(of, question)) }))
    .sort((a, b) => a.body.localeCompare(b.body, 'en-GB') || (a.bodyId < b.bodyId ? -1 : 1))
}

/**
 * The figures on actions as at `fromAsAt` and as at the question's date, with what moved them: what happened to actions
 * between the two dates, and what has been done to the records since the first of them.
 */
export function compareActions(db: ReadHandle, question: ActionQuestion, asked: Asked): ActionComparison {
  return snapshot(db, () => {
    const now = actionFacts(db)
    const { then, told } = knownOn(db, now, question, asked)
    const moved = actionsMovedBetweenDates(now, question, asked.fromAsAt)
    // An action that was deleted since is called what it was called.
    const name = namer([...then, ...now])
    return {
      before: actionCountsOf(moved.before),
      after: actionCountsOf(moved.after),
      known: told && actionCountsOf(told.before),
      sets: actionSets.map((set) => ({ set, moved: moved.moves[set].map(name), restated: (told?.moves[set] ?? []).map(name) })),
    }
  })
}

/** The first date as it was known at its end; `told` is null where Quartet held no action by then. */
function knownOn(db: ReadHandle, now: readonly Named[], question: ActionQuestion, { fromAsAt, from }: Asked): { then: Named[]; told: MovedActions | null } {
  const upTo = lastEntryBy(db, endOfDay(fromAsAt))
  const dbThen = upTo === null ? null : asKnown(db, upTo, 'then')
  const then = dbThen === null ? [] : actionFacts(dbThen)
  if (upTo === null || dbThen === null || then.length === 0) return { then, told: null }
  const late = actionFacts(asKnown(db, upTo, 'late'))
  const questionThen = questionOf(readSettings(dbThen), { from, asAt: fromAsAt }, fromAsAt)
  return { then, told: actionsMovedByKnowledge({ then, late, now }, questionThen, { ...question, asAt: fromAsAt }) }
}

function namer(actions: readonly Named[]): (move: MovedActions['moves']['open'][number]) => ActionMove {
  const byId = new Map(actions.map((action) => [action.id, action]))
  return (move) => {
    const action = byId.get(move.id)
    return {
      ...move,
      from: move.to === 'out' ? 'counted' : 'out',
      number: action?.number ?? '',
      text: action?.text ?? '',
      body: action?.bodyName ?? '',
      because: actionMoveWords(move),
    }
  }
}
