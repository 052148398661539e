import { describe, expect, it } from 'vitest'
import { windowsCovering } from './rowWindows.ts'

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
