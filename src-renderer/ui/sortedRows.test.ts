import { describe, expect, it } from 'vitest'
import type { UiListColumn } from './shapes.ts'
import { sortedRows } from './sortedRows.ts'

interface Row {
  number: string
  owner: string
  days: number | null
}

const columns: UiListColumn<Row>[] = [
  { key: 'number', label: 'Number', value: (row) => row.number },
  { key: 'owner', label: 'Owner', value: (row) => row.owner },
  { key: 'days', label: 'Days', kind: 'number', value: (row) => row.days },
]
const rows: Row[] = [
  { number: 'IQ/2016-05-09/10', owner: 'Chair', days: 9 },
  { number: 'IQ/2016-05-09/2', owner: '', days: null },
  { number: 'IQ/2016-05-09/1', owner: 'Chair', days: 10 },
  { number: 'CMG/2016-05-10/1', owner: 'Analyst', days: -3 },
]
const numbers = (sorts: Parameters<typeof sortedRows<Row>>[2]) => sortedRows(rows, columns, sorts).map(({ number }) => number.replace(/\/.*\//, ' '))

describe('sortedRows', () => {
  it('leaves rows as they stand without a sort that it knows', () => {
    expect(sortedRows(rows, columns, [undefined, { key: 'colour', direction: 'ascending' }])).toBe(rows)
  })

  it('counts numbers as numbers, also within words', () => {
    expect(numbers([{ key: 'number', direction: 'ascending' }])).toEqual(['CMG 1', 'IQ 1', 'IQ 2', 'IQ 10'])
    expect(numbers([{ key: 'days', direction: 'ascending' }])).toEqual(['CMG 1', 'IQ 10', 'IQ 1', 'IQ 2'])
  })

  it('puts what is not recorded last in either direction, and equal rows by the second sort', () => {
    expect(numbers([{ key: 'owner', direction: 'descending' }, { key: 'days', direction: 'descending' }])).toEqual(['IQ 1', 'IQ 10', 'CMG 1', 'IQ 2'])
    expect(numbers([{ key: 'days', direction: 'descending' }])).toEqual(['IQ 1', 'IQ 10', 'CMG 1', 'IQ 2'])
  })
})
