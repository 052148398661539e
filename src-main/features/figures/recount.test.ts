import fc from 'fast-check'
import { expect, it } from 'vitest'
import { z } from 'zod'
import type { Comparison } from '../../api/figures.ts'
import type { FigureQuestion } from '../../domain/figure-facts.ts'
import { inForce, isIn, question, recount, type Small } from '../../domain/testing/small-facts.ts'
import { testCore } from '../../testing.ts'
import { telling, toldTwice } from './testing/told-twice.ts'
import { writeStory } from './testing/write-story.ts'

/**
 * DOMAIN.md's statistics through a real workspace file, against a recount by hand from the facts that were written into
 * it: registers with conversions, amalgamations, schools that open again, districts and types that change, and rows that
 * came late, were changed or were withdrawn after a first telling.
 */
const FIRST_TOLD = '2015-12-31'
const LATER_TOLD = '2017-01-01'

/** A figure by hand. */
const counted = z.tuple([z.string().nullable(), z.number(), z.number().nullable(), z.number().nullable(), z.string(), z.array(z.string()), z.array(z.string())])

interface Counted {
  group: string | null
  numerator: number
  denominator: number | null
  numeratorUrns: string[]
  denominatorUrns: string[]
}

function byHand(small: Small, asked: FigureQuestion): Counted[] {
  return recount(small, asked).map((line) => {
    const [group, numerator, denominator, , , numeratorUrns, denominatorUrns] = counted.parse(line)
    return { group, numerator, denominator, numeratorUrns, denominatorUrns }
  })
}

/** Plays some moves on the sets that were counted by hand; what comes out must be the sets of the next count. */
function played(from: Counted, moves: Comparison['moved']): Pick<Counted, 'numeratorUrns' | 'denominatorUrns'> {
  const [numerator, denominator] = [new Set(from.numeratorUrns), new Set(from.denominatorUrns)]
  for (const { urn, to } of moves) {
    for (const [set, belongs] of [[denominator, to !== 'out'], [numerator, to === 'counted']] as const) {
      if (belongs) set.add(urn)
      else set.delete(urn)
    }
  }
  return { numeratorUrns: [...numerator].sort(), denominatorUrns: [...denominator].sort() }
}

const setsOf = ({ numeratorUrns, denominatorUrns }: Counted) => ({ numeratorUrns, denominatorUrns })

it('the figures, their parts and their moves equal a recount from the raw facts, on any date', async () => {
  await fc.assert(
    fc.asyncProperty(toldTwice, question, question, async (story, one, other) => {
      let day = FIRST_TOLD
      const { client, workspace } = testCore('2016-06-14', { now: () => new Date(`${day}T10:00:00.000Z`) })
      const [fromAsAt, asAt] = one.asAt < other.asAt ? [one.asAt, other.asAt] : [other.asAt, one.asAt]
      await client.settings.save({ contractStart: one.from, figures: one.settings })
      writeStory(workspace, story, () => (day = LATER_TOLD))
      await client.settings.save({ contractStart: other.from, figures: other.settings })

      const asked = { from: other.from, asAt, settings: other.settings }
      const now = telling(story, 'now')
      const figures = await client.figures.list({ asAt })
      expect(figures.map(({ group, numerator, denominator, percent, text, numeratorUrns, denominatorUrns }) => [group, numerator, denominator, percent, text, numeratorUrns, denominatorUrns])).toEqual(recount(now, asked))

      for (const row of await client.figures.byDistrict({ asAt })) {
        expect(row.open).toBe(now.records.filter((record) => isIn(record, row.group, now, asked) && (inForce(record.districts, asAt) || null) === row.district).length)
      }
      for (const row of await client.figures.byPhase({ asAt })) {
        expect(row.open).toBe(now.records.filter((record) => isIn(record, row.group, now, asked) && (record.phase || null) === row.phase).length)
      }

      const { figures: compared } = await client.figures.compare({ fromAsAt, asAt })
      const before = byHand(now, { ...asked, asAt: fromAsAt })
      const after = byHand(now, asked)
      const asSettled = { from: one.from, asAt: fromAsAt, settings: one.settings }
      const steps = [
        byHand(telling(story, 'then'), asSettled),
        byHand(telling(story, 'then'), { ...asked, asAt: fromAsAt }),
        byHand(telling(story, 'late'), { ...asked, asAt: fromAsAt }),
        before,
      ]
      for (const [at, figure] of compared.entries()) {
        const [hand, next] = [before[at], after[at]]
        if (!hand || !next) throw new Error('the recount has as many figures')
        expect([figure.group, figure.before.numerator, figure.before.denominator, figure.after.numerator, figure.after.denominator]).toEqual([hand.group, hand.numerator, hand.denominator, next.numerator, next.denominator])
        expect(played(hand, figure.moved)).toEqual(setsOf(next))
        if (figure.known === null) {
          expect(telling(story, 'then').records.filter(({ types }) => types.some(({ value }) => value !== 'other'))).toEqual([])
          continue
        }
        expect([figure.known.numerator, figure.known.denominator]).toEqual([steps[0]?.[at]?.numerator, steps[0]?.[at]?.denominator])
        for (const [step, why] of (['settings', 'recordedLate', 'corrected'] as const).entries()) {
          const [from, to] = [steps[step]?.[at], steps[step + 1]?.[at]]
          if (!from || !to) throw new Error('the recount has as many figures')
          expect(played(from, figure.restated.filter((move) => move.why === why))).toEqual(setsOf(to))
        }
      }
      expect(await client.history.verify()).toMatchObject({ ok: true })
      workspace.close()
    }),
    { numRuns: 60 },
  )
})
