import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { extendTo, moveTo, nothingChosen, toggle, toggleAll, type RangeChoice } from './rangeChoice.ts'

const keys = ['a', 'b', 'c', 'd', 'e']
const chosen = (choice: RangeChoice) => [...choice.chosen].sort().join('')

describe('choosing rows', () => {
  it('takes one, lets it go, and begins a range there', () => {
    const one = toggle(keys, nothingChosen, 1)
    expect(chosen(one)).toBe('b')
    expect(chosen(extendTo(keys, one, 3))).toBe('bcd')
    expect(chosen(extendTo(keys, extendTo(keys, one, 3), 2))).toBe('bc')
    expect(chosen(extendTo(keys, extendTo(keys, one, 3), 0))).toBe('ab')
    expect(chosen(toggle(keys, one, 1))).toBe('')
  })

  it('keeps what was chosen elsewhere while a range grows', () => {
    expect(chosen(extendTo(keys, toggle(keys, toggle(keys, nothingChosen, 4), 0), 1))).toBe('abe')
  })

  it('begins a range where the keyboard is, and at the row itself where it is nowhere', () => {
    expect(chosen(extendTo(keys, moveTo(nothingChosen, 2), 4))).toBe('cde')
    expect(chosen(extendTo(keys, nothingChosen, 4))).toBe('e')
  })

  it('takes all, then none', () => {
    const all = toggleAll(keys, toggle(keys, nothingChosen, 0))
    expect(chosen(all)).toBe('abcde')
    expect(chosen(toggleAll(keys, all))).toBe('')
  })

  it('always holds a whole range after one was drawn', () => {
    const place = fc.nat({ max: keys.length - 1 })
    fc.assert(
      fc.property(place, fc.array(place, { minLength: 1 }), (start, ends) => {
        const drawn = ends.reduce((choice, end) => extendTo(keys, choice, end), toggle(keys, nothingChosen, start))
        const end = ends.at(-1) ?? 0
        expect(chosen(drawn)).toBe(keys.filter((_, at) => at >= Math.min(start, end) && at <= Math.max(start, end)).join(''))
      }),
    )
  })
})
