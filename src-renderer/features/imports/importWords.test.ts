import { describe, expect, it } from 'vitest'
import { kindOf } from './importKinds.ts'
import { doneSentence, importVerb, leftOutSentence, timeLeft } from './importWords.ts'

describe('importVerb', () => {
  it.each([
    [{ kind: 'register', added: 958, changed: 0 }, 'Import 958 schools'],
    [{ kind: 'register', added: 1, changed: 0 }, 'Import 1 school'],
    [{ kind: 'register', added: 0, changed: 1310 }, 'Change 1,310 schools'],
    [{ kind: 'register', added: 4, changed: 310 }, 'Import 4 new and 310 changed schools'],
    [{ kind: 'outcomes', added: 0, changed: 1 }, 'Change 1 school’s outcomes'],
    [{ kind: 'outcomes', added: 0, changed: 12 }, 'Change 12 schools’ outcomes'],
    [{ kind: 'needs', added: 2, changed: 0 }, 'Import 2 judgements'],
  ] as const)('says for %o: %s', (outcome, words) => {
    expect(importVerb(outcome)).toBe(words)
  })

  it('offers nothing where nothing would change', () => {
    expect(importVerb({ kind: 'visits', added: 0, changed: 0 })).toBeNull()
  })
})

describe('doneSentence', () => {
  it('says what was added, what was changed, and from which file', () => {
    const fileName = 'register.csv'
    expect(doneSentence({ kind: 'register', added: 4, changed: 310, fileName })).toBe('4 schools added, 310 changed, from register.csv')
    expect(doneSentence({ kind: 'register', added: 0, changed: 1, fileName })).toBe('1 school changed, from register.csv')
  })
})

describe('timeLeft', () => {
  it('reckons from the rows that are done', () => {
    expect(timeLeft(10_000, 51_331, 3_000)).toBe('about 13 seconds left')
    expect(timeLeft(3_000, 51_331, 9_000)).toBe('about 3 minutes left')
    expect(timeLeft(1_000, 51_331, 3_000)).toBeUndefined()
  })

  it('does not guess at the start, at the end, or without a total', () => {
    expect(timeLeft(100, 51_331, 900)).toBeUndefined()
    expect(timeLeft(10_000, null, 5_000)).toBeUndefined()
    expect(timeLeft(10, 10, 5_000)).toBeUndefined()
  })
})

describe('leftOutSentence', () => {
  it.each([
    [0, null],
    [1, 'One row was refused and left out.'],
    [1200, '1,200 rows were refused and left out.'],
  ])('says of %i refused rows: %s', (refusedCount, words) => {
    expect(leftOutSentence({ refusedCount })).toBe(words)
  })
})

describe('kindOf', () => {
  it('takes the register for what it does not know', () => {
    expect(kindOf('visits')).toBe('visits')
    expect(kindOf('pupils')).toBe('register')
    expect(kindOf(undefined)).toBe('register')
  })
})
