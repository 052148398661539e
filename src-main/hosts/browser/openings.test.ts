import { describe, expect, it } from 'vitest'
import { makeOpenings } from './openings.ts'

describe('an opening', () => {
  it('is good once', () => {
    const openings = makeOpenings()
    const code = openings.make()
    expect(openings.make()).not.toBe(code)
    expect(openings.take(`${code}x`)).toBe(false)
    expect(openings.take('')).toBe(false)
    expect(openings.take(code)).toBe(true)
    expect(openings.take(code)).toBe(false)
  })

  it('is good for two minutes', () => {
    let now = 0
    const openings = makeOpenings(() => now)
    const [early, late] = [openings.make(), openings.make()]
    now = 119_999
    expect(openings.take(early)).toBe(true)
    now = 120_000
    expect(openings.take(late)).toBe(false)
  })
})
