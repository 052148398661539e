import fc from 'fast-check'
import { expect, test } from 'vitest'
import { addDays } from './dates.ts'
import { countByDistrict, countByPhase, countByTerm } from './part-figures.ts'
import { countFigures } from './figures.ts'
import { byAnyMethod, facts, inForce, isIn, question, recount } from './testing/small-facts.ts'

test('the figures equal a recount by hand, record by record', () => {
  fc.assert(
    fc.property(facts, question, (small, asked) => {
      const figures = countFigures(small, asked)
      expect(figures.map((f) => [f.group, f.numerator, f.denominator, f.percent, f.text, f.numeratorUrns, f.denominatorUrns])).toEqual(recount(small, asked))
      for (const figure of figures) expect(figure).toMatchObject(asked)
    }),
    { numRuns: 1000 },
  )
})

test('the districts add up to the figures', () => {
  fc.assert(
    fc.property(facts, byAnyMethod, (small, asked) => {
      const rows = countByDistrict(small, asked)
      const figures = countFigures(small, asked)
      for (const group of ['maintained', 'academy'] as const) {
        const own = rows.filter((row) => row.group === group)
        const sum = (of: 'open' | 'visited' | 'reached' | 'reachedOf' | 'requirePackage'): number => own.reduce((total, row) => total + row[of], 0)
        const figure = (id: string) => figures.find((f) => f.id === id && f.group === group)
        expect([sum('visited'), sum('open')]).toEqual([figure('visited')?.numerator, figure('visited')?.denominator])
        expect([sum('reached'), sum('reachedOf')]).toEqual([figure('dsgCoverage')?.numerator, figure('dsgCoverage')?.denominator])
        expect(sum('requirePackage')).toBe(figure('packagesRequired')?.numerator)
        for (const row of own) {
          const here = small.records.filter((r) => isIn(r, group, small, asked) && (inForce(r.districts, asked.asAt) || null) === row.district)
          expect(row.open).toBe(here.length)
        }
      }
    }),
  )
})

test('the phases add up to the figures', () => {
  fc.assert(
    fc.property(facts, byAnyMethod, (small, asked) => {
      const rows = countByPhase(small, asked)
      for (const figure of countFigures(small, asked)) {
        if (figure.group === null) continue
        const own = rows.filter((row) => row.group === figure.group)
        const of = { visited: 'visited', dsgCoverage: 'reached', packagesRequired: 'requirePackage', dsgRounds: 'open', dsgMeetings: 'open' } as const
        expect(own.reduce((total, row) => total + row[of[figure.id]], 0)).toBe(figure.numerator)
        expect(own.reduce((total, row) => total + (figure.id === 'dsgCoverage' ? row.reachedOf : row.open), 0)).toBe(figure.denominator)
        for (const row of own) {
          const here = small.records.filter((r) => figure.group !== null && isIn(r, figure.group, small, asked) && (r.phase || null) === row.phase)
          expect(row.open).toBe(here.length)
        }
      }
    }),
  )
})

test('a term says how things stood at its end, what was done in it, and the last term stands as the figures do', () => {
  const wide = fc.record({ days: fc.integer({ min: 0, max: 300 }), asked: byAnyMethod }).map(({ days, asked }) => ({ ...asked, from: '2015-09-01', asAt: addDays('2015-10-01', days) }))
  fc.assert(
    fc.property(facts, wide, (small, asked) => {
      const terms = countByTerm(small, asked)
      expect(terms.at(-1)?.asAt).toBe(asked.asAt)
      for (const [at, term] of terms.entries()) {
        const atEnd = countFigures(small, { ...asked, asAt: term.asAt })
        const done = countFigures(small, { ...asked, asAt: term.asAt, from: term.from })
        for (const row of term.groups) {
          const one = (counted: typeof atEnd, id: string) => counted.find((f) => f.id === id && f.group === row.group)
          expect([row.visited, row.open, row.reached, row.reachedOf, row.requirePackage]).toEqual([one(atEnd, 'visited')?.numerator, one(atEnd, 'visited')?.denominator, one(atEnd, 'dsgCoverage')?.numerator, one(atEnd, 'dsgCoverage')?.denominator, one(atEnd, 'packagesRequired')?.numerator])
          expect([row.visitedInTerm, row.reachedInTerm, row.reachedInTermOf]).toEqual([one(done, 'visited')?.numerator, one(done, 'dsgCoverage')?.numerator, one(done, 'dsgCoverage')?.denominator])
        }
        expect(term.running).toBe(at === terms.length - 1 && !['2015-12-31', '2016-03-31', '2016-08-31'].includes(asked.asAt))
      }
      const meetings = countFigures(small, asked).find(({ id }) => id === 'dsgMeetings')?.numerator
      expect(terms.reduce((sum, term) => sum + term.dsgMeetings, 0)).toBe(meetings)
    }),
    { numRuns: 150 },
  )
})
