import { describe, expect, it } from 'vitest'
import { validate, version } from 'uuid'
import { randomIds } from './ids.ts'

describe('random ids', () => {
  it('are UUIDv7, each greater than the one before, over many refills of the pool', () => {
    const ids = Array.from({ length: 20_000 }, () => randomIds())
    expect(ids.every((id) => validate(id) && version(id) === 7)).toBe(true)
    expect(ids.toSorted()).toEqual(ids)
    expect(new Set(ids).size).toBe(ids.length)
    expect(new Set(ids.map((id) => id.slice(-10))).size).toBeGreaterThan(19_900)
  })
})
