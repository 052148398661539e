import { describe, expect, it } from 'vitest'
import { rowAfterKey } from './rowKeys.ts'

describe('rowAfterKey', () => {
  it.each([
    ['ArrowDown', -1, 0],
    ['ArrowDown', 4, 5],
    ['ArrowDown', 99, 99],
    ['ArrowUp', 4, 3],
    ['ArrowUp', 0, 0],
    ['PageDown', 0, 9],
    ['PageDown', 95, 99],
    ['PageUp', 95, 86],
    ['PageUp', 3, 0],
    ['Home', 50, 0],
    ['End', 50, 99],
  ])('%s from %i leads to %i', (key, from, to) => {
    expect(rowAfterKey(key, from, 100, 10)).toBe(to)
  })

  it('leaves other keys, and an empty list, alone', () => {
    expect(rowAfterKey('a', 3, 100, 10)).toBeNull()
    expect(rowAfterKey('ArrowDown', -1, 0, 10)).toBeNull()
  })
})
