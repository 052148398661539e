import { describe, expect, it } from 'vitest'
import { countSelected, isSelected, noRows } from './selection.ts'
import type { UiSelection } from './shapes.ts'
import { useRowSelection } from './useRowSelection.ts'

/** A list of a hundred rows, of which the first ten are at hand. */
function list() {
  let now: UiSelection = noRows
  const rows = useRowSelection<string>({
    selection: () => now,
    row: (index) => (index < 10 ? `r${index}` : undefined),
    rowKey: (row) => row,
    keysBetween: async (from, to) => Array.from({ length: to - from + 1 }, (_, at) => `r${from + at}`),
    onSelect: (next) => (now = next),
  })
  return { ...rows, chosen: () => [...now.keys], count: () => countSelected(now, 100), has: (key: string) => isSelected(now, key) }
}

describe('useRowSelection', () => {
  it('draws a stretch longer and shorter from where it began, beside what was selected before', async () => {
    const { toggle, extend, chosen } = list()
    toggle(8)
    toggle(2)
    await extend(2, 5)
    expect(chosen()).toEqual(['r8', 'r2', 'r3', 'r4', 'r5'])
    await extend(5, 1)
    expect(chosen()).toEqual(['r8', 'r2', 'r1'])
  })

  it('takes in rows that are not fetched', async () => {
    const { extend, count, has } = list()
    await extend(4, 60)
    expect(count()).toBe(57)
    expect(has('r60')).toBe(true)
  })

  it('takes one out of all, and begins a new stretch after that', async () => {
    const { all, toggle, extend, none, count, has, chosen } = list()
    all()
    toggle(3)
    expect([count(), has('r3'), has('r99')]).toEqual([99, false, true])
    none()
    await extend(6, 7)
    expect(chosen()).toEqual(['r6', 'r7'])
  })
})
