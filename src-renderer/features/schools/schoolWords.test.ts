import { describe, expect, it } from 'vitest'
import { packageWords, shortType, standingOf } from './schoolWords.ts'

describe('shortType', () => {
  it.each([
    ['Community school', 'Community'],
    ['Voluntary controlled school', 'Controlled'],
    ['Community special school', 'Special'],
    ['Local authority nursery school', 'Nursery'],
    ['Pupil referral unit', 'Pupil referral unit'],
    ['Free schools', 'Free school'],
    ['Academy sponsor led', 'Sponsor led'],
    ['Academy special converter', 'Special converter'],
    ['Other independent school', 'Independent'],
  ])('writes %s as %s', (type, words) => {
    expect(shortType(type)).toBe(words)
  })
})

describe('standingOf', () => {
  it('says nothing about an everyday school', () => {
    expect(standingOf({ status: 'Open', requiresPackage: false })).toBeNull()
  })

  it('names a closed school closed, whatever was judged before', () => {
    expect(standingOf({ status: 'Closed', requiresPackage: true })?.words).toBe('Closed')
    expect(standingOf({ status: 'Open', requiresPackage: true })?.words).toBe('Package')
  })
})

describe('packageWords', () => {
  it('does not take silence for a no', () => {
    expect(packageWords(null).words).toBe('Not judged')
    expect(packageWords(false).words).toBe('Not required')
  })
})
