import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { SchoolOrder } from '../../api/schools.ts'
import { ListIndex, type ListQuestion } from './list-index.ts'
import type { ListedSchool } from './listed-school.ts'

const phase = fc.constantFrom('Primary', 'Secondary', '')
const district = fc.constantFrom('Erdington', 'Yardley', null)
const status = fc.constantFrom('Open', 'Closed')
const group = fc.constantFrom('maintained', 'academy', 'neither')

const ward = fc.constantFrom('Aston', 'Nechells', '')
const sortable = ['name', 'urn', 'type', 'phase', 'district', 'lastVisit', 'pupils', 'requiresPackage'] as const

const listed = fc.record({
  name: fc.constantFrom('St. Mary’s', 'St Marys', 'Ash', 'ash', 'Beacon', 'Élan'),
  type: fc.constantFrom('Community school', 'Academy converter'),
  group,
  phase,
  district,
  status,
  ward,
  openToday: fc.boolean(),
  lastVisit: fc.constantFrom('2016-01-27', '2015-10-01', null),
  visited: fc.boolean(),
  requiresPackage: fc.boolean(),
  pupils: fc.constantFrom(null, 9, 100, 210),
})

const rest = {
  dfeNumber: '', openDate: null, closeDate: null, trust: '', postcode: '', capacity: null, visits: 0, dsgMeetings: 0,
  lastDsg: null, requiredSince: null, ofstedRating: '', ofstedDate: null, concern: null,
}

const schools = fc.array(listed, { maxLength: 150 }).map((rows) => rows.map((row, i): ListedSchool => ({ ...rest, ...row, n: i * 3 + 1, urn: String(900_000 + i) })))

const order: fc.Arbitrary<SchoolOrder> = fc.record({ sort: fc.constantFrom(...sortable), descending: fc.boolean() })
const urns = fc.array(fc.nat(160).map((i) => String(900_000 + i)))

const question: fc.Arbitrary<ListQuestion> = fc
  .record({
    filter: fc.record(
      {
        group: fc.subarray(['maintained', 'academy', 'neither'] as const), phase: fc.array(phase), district: fc.array(district), status: fc.array(status),
        ward: fc.array(ward), open: fc.boolean(), visited: fc.boolean(), requiresPackage: fc.boolean(), urn: urns, notUrn: urns,
      },
      { requiredKeys: [] },
    ),
    order,
    then: fc.option(order, { nil: undefined }),
    offset: fc.nat(60),
    limit: fc.integer({ min: 1, max: 50 }),
  })
  .map(({ order: first, ...asked }) => ({ ...first, ...asked }))

const plain = (name: string) => name.normalize('NFD').replace(/[^\p{L}\p{N} ]/gu, '').toLowerCase()
const inOrder = <Value extends string | number>(a: Value, b: Value) => (a < b ? -1 : a > b ? 1 : 0)

/** One sort of two rows as a person would do it; 0 where the next one decides. */
function compared(a: ListedSchool, b: ListedSchool, { sort, descending }: SchoolOrder): number {
  const turned = descending ? -1 : 1
  if (sort === 'name') return turned * inOrder(plain(a.name), plain(b.name))
  if (sort === 'requiresPackage') return turned * (Number(b.requiresPackage) - Number(a.requiresPackage))
  const [x, y] = [a[sort], b[sort]].map((value) => (value === '' ? null : value))
  if (x === null || x === undefined || y === null || y === undefined) return Number(x === null) - Number(y === null)
  return turned * (typeof x === 'number' && typeof y === 'number' ? x - y : inOrder(String(x), String(y)))
}

function matches(row: ListedSchool, filter: ListQuestion['filter'], found: ReadonlySet<number> | null): boolean {
  return (
    (found === null || found.has(row.n)) &&
    (!filter.group || filter.group.includes(row.group)) &&
    (!filter.phase || filter.phase.includes(row.phase)) &&
    (!filter.district || filter.district.includes(row.district)) &&
    (!filter.status || filter.status.includes(row.status)) &&
    (!filter.ward || filter.ward.includes(row.ward)) &&
    (filter.open === undefined || filter.open === row.openToday) &&
    (filter.visited === undefined || filter.visited === row.visited) &&
    (filter.requiresPackage === undefined || filter.requiresPackage === row.requiresPackage) &&
    (!filter.urn || filter.urn.includes(row.urn)) &&
    (!filter.notUrn || !filter.notUrn.includes(row.urn))
  )
}

/** Counted the slow way: filter every record, sort all that remain, cut the window. */
function slowly(rows: readonly ListedSchool[], asked: ListQuestion, found: ReadonlySet<number> | null) {
  const kept = rows.filter((row) => matches(row, asked.filter, found))
  const sorted = kept.toSorted(
    (a, b) => compared(a, b, asked) || (asked.then ? compared(a, b, asked.then) : 0) || inOrder(plain(a.name), plain(b.name)) || inOrder(a.urn, b.urn),
  )
  return { total: kept.length, n: sorted.slice(asked.offset, asked.offset + asked.limit).map((row) => row.n) }
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

  it('counts what each filter offers among the records that the other filters leave', () => {
    fc.assert(
      fc.property(schools, question, (rows, { filter }) => {
        const index = new ListIndex(rows)
        const left = rows.filter((row) => matches(row, { ...filter, ward: undefined, phase: filter.phase }, null))
        for (const { value, count } of index.choices('ward', filter, null)) expect(count).toBe(left.filter((row) => row.ward === value).length)
        const anywhere = rows.filter((row) => matches(row, { ...filter, district: undefined }, null))
        expect(new Map(index.districts(filter, null).map(({ value, count }) => [value, count]))).toEqual(
          new Map([...Map.groupBy(anywhere, (row) => row.district)].map(([value, of]) => [value, of.length])),
        )
        expect(index.openCounts().academy).toBe(rows.filter((row) => row.openToday && row.group === 'academy').length)
      }),
    )
  })

  it('takes in changed records as if it had been made afresh with them', () => {
    const change = fc.tuple(fc.nat(149), listed)
    fc.assert(
      fc.property(schools, fc.array(fc.array(change, { minLength: 1, maxLength: 4 }), { maxLength: 4 }), fc.array(question, { minLength: 1, maxLength: 4 }), (rows, changes, questions) => {
        const index = new ListIndex(rows)
        const now = [...rows]
        for (const some of changes) {
          for (const asked of questions) index.page(asked, null)
          const changed = some.flatMap(([at, after]) => (now[at] ? [{ ...now[at], ...after }] : []))
          for (const row of changed) now[now.findIndex(({ urn }) => urn === row.urn)] = row
          expect(index.replace(changed)).toBe(true)
        }
        for (const asked of questions) expect(index.page(asked, null)).toEqual(new ListIndex(now).page(asked, null))
        expect(index.replace([{ ...rest, n: 1, urn: '800000', name: 'New', type: '', group: 'neither', phase: '', district: null, status: '', ward: '', openToday: true, lastVisit: null, visited: false, requiresPackage: false, pupils: null }])).toBe(false)
      }),
      { numRuns: 200 },
    )
  })
})
