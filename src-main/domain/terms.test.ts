import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { Term } from '../api/settings.ts'
import { addDays } from './dates.ts'
import { countVisitsByTerm, schoolYearOf, schoolYearSpan, termAfter, termFault, termOf, termOfKey, termsBetween, termsOfYear, type TermVisit } from './terms.ts'

const set: Term[] = [
  { year: 2015, name: 'autumn', from: '2015-09-03', to: '2015-12-18' },
  { year: 2015, name: 'spring', from: '2016-01-04', to: '2016-03-24' },
  { year: 2015, name: 'summer', from: '2016-04-11', to: '2016-07-20' },
]

describe('the term of a day', () => {
  test.each([
    ['2015-09-03', 'Autumn 2015', '2015-09-03', '2016-01-03'],
    ['2015-12-25', 'Autumn 2015', '2015-09-03', '2016-01-03'],
    ['2016-01-04', 'Spring 2016', '2016-01-04', '2016-04-10'],
    ['2016-08-31', 'Summer 2016', '2016-04-11', '2016-08-31'],
  ])('%s lies in %s, with the holidays after it', (date, title, from, to) => {
    expect(termOf(date, set)).toMatchObject({ title, from, to })
  })

  test.each([
    ['1000-01-01', 'Spring 1000'],
    ['1000-08-31', 'Summer 1000'],
    ['1000-09-01', 'Autumn 1000'],
    ['1001-12-31', 'Autumn 1001'],
    ['9998-12-31', 'Autumn 9998'],
    ['9999-08-31', 'Summer 9999'],
    ['9999-12-31', 'Autumn 9999'],
  ])('at the ends of the calendar: %s lies in %s', (date, title) => {
    const term = termOf(date)
    expect(term.title).toBe(title)
    expect(term.from <= date && date <= term.to).toBe(true)
    expect(termAfter(date).from >= term.from).toBe(true)
    const [first] = termsBetween(date, date)
    expect(first?.title).toBe(title)
    const { from, to } = schoolYearSpan(schoolYearOf(date, []), [])
    expect(from <= date && date <= to).toBe(true)
  })

  test('terms follow each other without a gap, whether the council set them or not', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 5_000 }), fc.integer({ min: 0, max: 300 }), fc.constantFrom(set, []), (days, more, terms) => {
        const date = addDays('2010-01-01', days)
        const term = termOf(date, terms)
        expect(term.from <= date && date <= term.to).toBe(true)
        expect(termAfter(date, terms).from).toBe(addDays(term.to, 1))
        const end = addDays(date, more)
        const between = termsBetween(date, end, terms)
        for (let day = date; day <= end; day = addDays(day, 1)) {
          const { key } = termOf(day, terms)
          const within = between.filter(({ from, to }) => from <= day && day <= to)
          // A holiday is in no term; by convention there is none.
          expect(within.map((one) => one.key)).toEqual(within.length === 0 && terms.length > 0 ? [] : [key])
        }
        expect(between.every(({ from, to }) => from <= end && to >= date)).toBe(true)
      }),
    )
    expect(termsBetween('2016-06-21', '2016-06-20')).toEqual([])
    expect(termsBetween('2015-12-01', '2016-01-04', set).map(({ title, from, to }) => `${title} ${from} ${to}`)).toEqual(['Autumn 2015 2015-09-03 2015-12-18', 'Spring 2016 2016-01-04 2016-03-24'])
    expect(termsBetween('2015-12-24', '2015-12-31', set)).toEqual([])
  })
})

describe('the terms of a school year', () => {
  test('are the council’s, and by convention where it has set none', () => {
    expect(termsOfYear(2015, set).map(({ key, title, from, to }) => [key, title, from, to])).toEqual([
      ['2015-autumn', 'Autumn 2015', '2015-09-03', '2015-12-18'],
      ['2015-spring', 'Spring 2016', '2016-01-04', '2016-03-24'],
      ['2015-summer', 'Summer 2016', '2016-04-11', '2016-07-20'],
    ])
    expect(termsOfYear(2016, set).map(({ from, to }) => `${from} ${to}`)).toEqual(['2016-09-01 2016-12-31', '2017-01-01 2017-03-31', '2017-04-01 2017-08-31'])
  })

  test('by convention leave no day without a term', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 9_000 }), (days) => {
        const day = addDays('2010-01-01', days)
        const terms = termsOfYear(schoolYearOf(day, []), [])
        expect(terms.filter(({ from, to }) => from <= day && day <= to)).toHaveLength(1)
      }),
    )
  })

  test.each([
    ['2015-09-02', 2014],
    ['2015-09-03', 2015],
    ['2016-08-31', 2015],
    ['2016-09-01', 2016],
  ])('%s belongs to the school year %i', (day, year) => {
    expect(schoolYearOf(day, set)).toBe(year)
    const span = schoolYearSpan(year, set)
    expect(span.from <= day && day <= span.to).toBe(true)
  })

  test('are found by their key, and nothing else is', () => {
    expect(termOfKey('2015-summer', set)).toMatchObject({ from: '2016-04-11', to: '2016-07-20' })
    for (const key of ['', '2015', '2015-winter', 'summer']) expect(termOfKey(key, set)).toBeUndefined()
  })
})

describe('boundaries that cannot stand', () => {
  test.each<[string, Term[], RegExp | null]>([
    ['none set', [], null],
    ['a whole year', set, null],
    ['one that ends before it begins', [{ year: 2015, name: 'spring', from: '2016-01-04', to: '2016-01-03' }], /^Spring 2016 ends before it begins/],
    ['two that share a day', [{ year: 2015, name: 'autumn', from: '2015-09-01', to: '2016-01-04' }, { year: 2015, name: 'spring', from: '2016-01-04', to: '2016-03-24' }], /^Autumn 2015 runs to 4 January 2016 and Spring 2016 begins on 4 January 2016/],
    ['one that runs into the next by convention', [{ year: 2015, name: 'summer', from: '2016-04-11', to: '2016-09-02' }], /^Summer 2016 runs to 2 September 2016 and Autumn 2016/],
    ['one that begins in the one before by convention', [{ year: 2015, name: 'autumn', from: '2015-08-31', to: '2015-12-18' }], /^Summer 2015 runs to 31 August 2015/],
  ])('%s', (_what, terms, said) => {
    const fault = termFault(terms)
    if (said === null) expect(fault).toBeNull()
    else expect(fault).toMatch(said)
  })
})

test('planned, done and cancelled equal a recount by hand, and the rows with what falls between add up', () => {
  const day = fc.integer({ min: -40, max: 420 }).map((n) => addDays('2015-09-01', n))
  const visit: fc.Arbitrary<TermVisit> = fc.record({
    status: fc.constantFrom('planned', 'completed', 'cancelled'),
    date: day,
    plannedFor: fc.option(day, { nil: null }),
    name: fc.constantFrom('Yardley', 'Ladywood', null),
  })
  fc.assert(
    fc.property(fc.array(visit, { maxLength: 30 }), fc.constantFrom(set, []), (visits, terms) => {
      const spans = termsOfYear(2015, terms)
      const year = schoolYearSpan(2015, terms)
      const table = countVisitsByTerm(visits, spans, year)
      const has = (from: string, to: string, date: string | null) => date !== null && from <= date && date <= to
      const byHand = (from: string, to: string, of: readonly TermVisit[]) => ({
        planned: of.filter((v) => (v.status === 'completed' ? has(from, to, v.plannedFor) : has(from, to, v.date))).length,
        done: of.filter((v) => v.status === 'completed' && has(from, to, v.date)).length,
        cancelled: of.filter((v) => v.status === 'cancelled' && has(from, to, v.date)).length,
      })
      for (const row of table.rows) expect(row.terms).toEqual(spans.map(({ from, to }) => byHand(from, to, visits.filter((v) => v.name === row.name))))
      expect(table.total).toEqual(spans.map(({ from, to }) => byHand(from, to, visits)))
      const whole = byHand(year.from, year.to, visits)
      for (const of of ['planned', 'done', 'cancelled'] as const) {
        expect(table.total.reduce((sum, counts) => sum + counts[of], table.between[of])).toBe(whole[of])
      }
    }),
    { numRuns: 500 },
  )
})
