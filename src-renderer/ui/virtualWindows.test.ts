import { describe, expect, it } from 'vitest'
import { rowAfterKey, windowsCovering } from './virtualWindows.ts'

describe('windowsCovering', () => {
  it('gives the one window that holds the stretch', () => {
    expect(windowsCovering({ from: 10, to: 40 }, 100, 450)).toEqual([0])
  })

  it('gives both windows where the stretch lies across their border', () => {
    expect(windowsCovering({ from: 90, to: 110 }, 100, 450)).toEqual([0, 100])
  })

  it('does not touch the window that begins where the stretch ends', () => {
    expect(windowsCovering({ from: 0, to: 100 }, 100, 450)).toEqual([0])
  })

  it('asks for nothing beyond the last row, and for nothing in an empty list', () => {
    expect(windowsCovering({ from: 390, to: 520 }, 100, 450)).toEqual([300, 400])
    expect(windowsCovering({ from: 0, to: 30 }, 100, 0)).toEqual([])
  })
})

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
