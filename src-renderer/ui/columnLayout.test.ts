import { describe, expect, it } from 'vitest'
import { columnsOf, moved, plainLayout, resized, usable } from './columnLayout.ts'

const offers = [
  { key: 'name', label: 'School', fixed: true },
  { key: 'type', label: 'Type', width: '90px', plain: true },
  { key: 'urn', label: 'URN' },
  { key: 'ward', label: 'Ward' },
]

describe('the columns of a list', () => {
  it('open with the plain ones', () => {
    expect(plainLayout(offers)).toEqual([{ key: 'name' }, { key: 'type' }])
  })

  it('keep the fixed one first, leave out what is not offered, and hold a width within reason', () => {
    expect(usable(offers, [{ key: 'ward', width: 5_000 }, { key: 'gone' }, { key: 'name', width: 10 }, { key: 'ward' }])).toEqual([
      { key: 'name', width: 56 },
      { key: 'ward', width: 900 },
    ])
    expect(columnsOf(offers, [{ key: 'type' }, { key: 'urn', width: 120 }]).map(({ key, width }) => [key, width])).toEqual([
      ['name', undefined],
      ['type', '90px'],
      ['urn', '120px'],
    ])
  })

  it('are made wider by themselves', () => {
    expect(resized([{ key: 'name' }, { key: 'type', width: 80 }], 'type', 130.4)).toEqual([{ key: 'name' }, { key: 'type', width: 130 }])
  })

  it.each([
    [1, 2, ['a', 'c', 'b', 'd']],
    [3, 0, ['a', 'd', 'b', 'c']],
    [2, 9, ['a', 'b', 'd', 'c']],
    [0, 2, ['a', 'b', 'c', 'd']],
    [7, 1, ['a', 'b', 'c', 'd']],
  ])('move from %i to %i, but not before the fixed one', (from, to, after) => {
    expect(moved(['a', 'b', 'c', 'd'], from, to, 1)).toEqual(after)
  })
})
