import { describe, expect, it } from 'vitest'
import { basisWords, chargeStory, rateDates } from './chargeWords.ts'

describe('a charge in words', () => {
  it('says how its sum comes about', () => {
    expect(basisWords({ basis: 'days', days: 2.5, ratePence: 45_000 })).toBe('2.5 days at £450 a day')
    expect(basisWords({ basis: 'fixed', days: null, ratePence: null })).toBe('Fixed sum')
  })

  it('says with whom it was agreed and which invoice it is on', () => {
    expect(chargeStory({ agreedOn: null, agreedWith: null, invoicedOn: null, reference: null })).toBe('')
    expect(chargeStory({ agreedOn: '2016-05-10', agreedWith: 'Principal', invoicedOn: '2016-06-01', reference: 'INV 7' })).toBe('Agreed with Principal, 10 May 2016. Invoice INV 7, 1 June 2016')
  })

  it('says when a rate holds', () => {
    expect(rateDates({ from: '2015-09-01', to: '2016-03-31' })).toBe('1 September 2015 to 31 March 2016')
    expect(rateDates({ from: '2016-04-01', to: null })).toBe('1 April 2016 onwards')
  })
})
