import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { countSelected, everyRow, isSelected, noRows, withRows } from './selection.ts'

const rows = Array.from({ length: 12 }, (_, at) => `r${at}`)
const step = fc.oneof(
  fc.record({ some: fc.subarray(rows), on: fc.boolean() }),
  fc.constantFrom('all' as const, 'none' as const),
)

describe('a selection over rows that are not at hand', () => {
  it('says of every row what a list of ticks would say, and counts as many', () => {
    fc.assert(
      fc.property(fc.array(step), (steps) => {
        let selection = noRows
        let ticked = new Set<string>()
        for (const one of steps) {
          if (one === 'all') [selection, ticked] = [everyRow, new Set(rows)]
          else if (one === 'none') [selection, ticked] = [noRows, new Set()]
          else {
            selection = withRows(selection, one.some, one.on)
            for (const key of one.some) {
              if (one.on) ticked.add(key)
              else ticked.delete(key)
            }
          }
        }
        expect(rows.filter((key) => isSelected(selection, key))).toEqual(rows.filter((key) => ticked.has(key)))
        expect(countSelected(selection, rows.length)).toBe(ticked.size)
      }),
    )
  })
})
