import fc from 'fast-check'
import { expect, it } from 'vitest'
import { termsBetween } from '../../domain/terms.ts'
import { testCore } from '../../testing.ts'
import { actionDay, actionStories, writeActions, type ActionStory, type EventStory } from './testing/action-stories.ts'

/**
 * DOMAIN.md's statistics on actions through a real workspace file, against somebody with a pencil who walks through the
 * events that were written, day by day, and knows none of the functions under test.
 */
const FIRST_TOLD = '2015-12-31'
const LATER_TOLD = '2017-01-01'

type Telling = 'then' | 'late' | 'now'

interface ByHand {
  open: number[]
  overdue: number[]
  done: number[]
  daysToDone: number | null
}

/** The events of one action as a telling has them, in the order in which they count; null where it is not told of. */
function toldOf(story: ActionStory, telling: Telling): { kind: EventStory['kind']; date: string; due: string }[] | null {
  if (story.late && telling === 'then') return null
  const rows = story.events.flatMap((one, at) => {
    if (story.late) return [{ ...one, at, second: 0 }]
    const isLate = one.fate === 'late'
    if ((isLate && telling === 'then') || (one.fate === 'deleted' && telling === 'now')) return []
    const date = one.fate === 'changed' && telling === 'now' ? one.changedTo : one.date
    return [{ ...one, date, at, second: isLate ? 1 : 0 }]
  })
  return rows.sort((a, b) => a.date.localeCompare(b.date) || a.second - b.second || a.at - b.at)
}

function recount(stories: readonly ActionStory[], telling: Telling, { asAt, from }: { asAt: string; from: string }, body?: 0 | 1): ByHand {
  const found: ByHand = { open: [], overdue: [], done: [], daysToDone: null }
  const days: number[] = []
  for (const [at, story] of stories.entries()) {
    const events = toldOf(story, telling)
    if (events === null || story.opened > asAt || (body !== undefined && story.body !== body)) continue
    let [standing, due, doneOn] = ['live', story.due, '']
    for (const { kind, date, due: later } of events.filter((one) => one.date <= asAt)) {
      if (kind === 'reopened' && standing !== 'live') [standing, doneOn] = ['live', '']
      else if (standing !== 'live') continue
      else if (kind === 'done') [standing, doneOn] = ['done', date]
      else if (kind === 'superseded' || kind === 'cancelled') standing = 'gone'
      else if (kind === 'extended') due = later
    }
    if (standing === 'live') found.open.push(at)
    if (standing === 'live' && due < asAt) found.overdue.push(at)
    if (standing === 'done' && doneOn >= from) {
      found.done.push(at)
      days.push((Date.parse(doneOn) - Date.parse(story.opened)) / 86_400_000)
    }
  }
  // Half up: the nearest whole number, and of two equally near the greater one.
  const mean = days.reduce((sum, one) => sum + one, 0) / days.length
  found.daysToDone = days.length === 0 ? null : mean - Math.floor(mean) >= 0.5 ? Math.floor(mean) + 1 : Math.floor(mean)
  return found
}

const inNumbers = ({ open, overdue, done, daysToDone }: ByHand) => ({ open: open.length, overdue: overdue.length, done: done.length, daysToDone })

it('the figures on actions, the lists behind them and their moves equal a recount from the events, on any date', async () => {
  await fc.assert(
    fc.asyncProperty(actionStories, actionDay(0, 13), actionDay(5, 13), actionDay(0, 8), actionDay(0, 8), async (stories, one, other, start, laterStart) => {
      let now = FIRST_TOLD
      const { client, workspace } = testCore('2016-06-14', { now: () => new Date(`${now}T10:00:00.000Z`) })
      const [fromAsAt, asAt] = one < other ? [one, other] : [other, one]
      await client.settings.save({ contractStart: start })
      const { bodies, ids } = writeActions(workspace, stories, () => (now = LATER_TOLD))
      await client.settings.save({ contractStart: laterStart })
      const asked = { asAt, from: laterStart }

      const byHand = recount(stories, 'now', asked)
      const { total, bodies: rows } = await client.actionFigures.byBody({ asAt })
      expect(total).toEqual(inNumbers(byHand))
      const there = ([0, 1] as const).filter((body) => stories.some((story) => story.body === body && story.opened <= asAt))
      expect(rows).toEqual(there.map((body) => ({ bodyId: bodies[body], body: `Body ${body}`, ...inNumbers(recount(stories, 'now', asked, body)) })))

      // The log that a number opens holds its actions and no others.
      for (const [view, set] of [['live', 'open'], ['overdue', 'overdue'], ['done', 'done']] as const) {
        for (const body of there) {
          const log = await client.actions.list({ view, asAt, bodyId: bodies[body] })
          expect(log.rows.map(({ id }) => ids.indexOf(id)).sort((a, b) => a - b)).toEqual(recount(stories, 'now', asked, body)[set])
        }
        expect((await client.actions.list({ asAt })).counts[view]).toBe(byHand[set].length)
      }

      const windows = termsBetween(laterStart, asAt).map(({ from, to }) => ({ from: from > laterStart ? from : laterStart, asAt: to < asAt ? to : asAt }))
      expect((await client.actionFigures.byTerm({ asAt })).map(({ open, overdue, done, daysToDone }) => ({ open, overdue, done, daysToDone }))).toEqual(windows.map((term) => inNumbers(recount(stories, 'now', term))))

      const compared = await client.actionFigures.compare({ fromAsAt, asAt })
      const onFirst = { asAt: fromAsAt, from: laterStart }
      const steps = [recount(stories, 'then', { asAt: fromAsAt, from: start }), recount(stories, 'then', onFirst), recount(stories, 'late', onFirst), recount(stories, 'now', onFirst)]
      expect([compared.before, compared.after]).toEqual([inNumbers(recount(stories, 'now', onFirst)), inNumbers(byHand)])
      expect(compared.known).toEqual(stories.some(({ late }) => !late) ? inNumbers(recount(stories, 'then', { asAt: fromAsAt, from: start })) : null)
      for (const { set, moved, restated } of compared.sets) {
        const played = (from: readonly number[], moves: typeof moved) => {
          const members = new Set(from)
          for (const { id, to } of moves) if (to === 'counted') members.add(ids.indexOf(id)); else members.delete(ids.indexOf(id))
          return [...members].sort((a, b) => a - b)
        }
        expect(played(recount(stories, 'now', onFirst)[set], moved)).toEqual(byHand[set])
        for (const { why, on } of moved) {
          expect(why).not.toBe('otherwise')
          expect(on !== null && on > fromAsAt && on <= asAt).toBe(true)
        }
        if (compared.known === null) continue
        for (const [step, why] of (['settings', 'recordedLate', 'corrected'] as const).entries()) {
          expect(played(steps[step]?.[set] ?? [], restated.filter((move) => move.why === why))).toEqual(steps[step + 1]?.[set])
        }
      }
      expect(await client.history.verify()).toMatchObject({ ok: true })
      workspace.close()
    }),
    { numRuns: 40 },
  )
})
