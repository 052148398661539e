import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { ListIndex, type ListedSchool, type ListQuestion } from './list-index.ts'

const phase = fc.constantFrom('Primary', 'Secondary', '')
const district = fc.constantFrom('Erdington', 'Yardley', null)
const status = fc.constantFrom('Open', 'Closed')
const group = fc.constantFrom('maintained', 'academy', 'neither')

const schools = fc
  .array(
    fc.record({
      name: fc.constantFrom('St. Mary’s', 'St Marys', 'Ash', 'ash', 'Beacon', 'Élan'),
      type: fc.constantFrom('Community school', 'Academy converter'),
      group,
      phase,
      district,
      status,
      openToday: fc.boolean(),
      lastVisit: fc.constantFrom('2016-01-27', '2015-10-01', null),
      visited: fc.boolean(),
      requiresPackage: fc.boolean(),
    }),
    { maxLength: 150 },
  )
  .map((rows) => rows.map((row, i): ListedSchool => ({ ...row, n: i * 3 + 1, urn: String(900_000 + i), concern: null })))

const question: fc.Arbitrary<ListQuestion> = fc.record({
  filter: fc.record(
    { group: fc.subarray(['maintained', 'academy', 'neither'] as const), phase: fc.array(phase), district: fc.array(district), status: fc.array(status), open: fc.boolean(), visited: fc.boolean(), requiresPackage: fc.boolean() },
    { requiredKeys: [] },
  ),
  sort: fc.constantFrom('name', 'urn', 'type', 'phase', 'district', 'lastVisit'),
  descending: fc.boolean(),
  offset: fc.nat(60),
  limit: fc.integer({ min: 1, max: 50 }),
})

/** Counted the slow way: filter every record, sort all that remain, cut the window. */
function slowly(rows: readonly ListedSchool[], { filter, sort, descending, offset, limit }: ListQuestion, found: ReadonlySet<number> | null) {
  const kept = rows.filter(
    (row) =>
      (found === null || found.has(row.n)) &&
      (!filter.group || filter.group.includes(row.group)) &&
      (!filter.phase || filter.phase.includes(row.phase)) &&
      (!filter.district || filter.district.includes(row.district)) &&
      (!filter.status || filter.status.includes(row.status)) &&
      (filter.open === undefined || filter.open === row.openToday) &&
      (filter.visited === undefined || filter.visited === row.visited) &&
      (filter.requiresPackage === undefined || filter.requiresPackage === row.requiresPackage),
  )
  const plain = (name: string) => name.normalize('NFD').replace(/[^\p{L}\p{N} ]/gu, '').toLowerCase()
  const order = (a: string, b: string) => (a < b ? -1 : a > b ? 1 : 0)
  const byName = (a: ListedSchool, b: ListedSchool) => order(plain(a.name), plain(b.name)) || order(a.urn, b.urn)
  const sorted = kept.toSorted((a, b) => {
    if (sort === 'name') return descending ? byName(b, a) : byName(a, b)
    const [x, y] = [a[sort] || null, b[sort] || null]
    if (x === null || y === null) return Number(x === null) - Number(y === null) || byName(a, b)
    return (descending ? order(y, x) : order(x, y)) || byName(a, b)
  })
  return { total: kept.length, n: sorted.slice(offset, offset + limit).map((row) => row.n) }
}

describe('the list’s index', () => {
  it('answers every filter, sort and window as a slow count does', () => {
    fc.assert(
      fc.property(schools, fc.array(question, { minLength: 1, maxLength: 4 }), (rows, questions) => {
        const index = new ListIndex(rows)
        for (const asked of questions) {
          const { total, rows: answered } = index.page(asked, null)
          expect({ total, n: answered.map((row) => row.n) }).toEqual(slowly(rows, asked, null))
        }
      }),
      { numRuns: 300 },
    )
  })

  it('narrows to a search’s rows, whatever the sort', () => {
    fc.assert(
      fc.property(schools, fc.array(fc.nat(450)), question, question, (rows, numbers, one, two) => {
        const index = new ListIndex(rows)
        const found = index.searched(numbers)
        for (const asked of [one, two]) {
          const { total, rows: answered } = index.page(asked, found)
          expect({ total, n: answered.map((row) => row.n) }).toEqual(slowly(rows, asked, new Set(numbers)))
        }
      }),
      { numRuns: 200 },
    )
  })

  it('counts what its filters offer', () => {
    fc.assert(
      fc.property(schools, (rows) => {
        const index = new ListIndex(rows)
        for (const { value, count } of index.facets().districts) expect(count).toBe(rows.filter((row) => row.district === value).length)
        expect(index.openCounts().academy).toBe(rows.filter((row) => row.openToday && row.group === 'academy').length)
      }),
    )
  })
})
