import { describe, expect, it } from 'vitest'
import { columnMoney, moneyWords, readMoney, typedMoney } from './money.ts'

describe('money', () => {
  it.each([
    [450_000, '£4,500', '4500'],
    [41_250, '£412.50', '412.50'],
    [5, '£0.05', '0.05'],
    [null, 'Not recorded', ''],
  ])('%s pence read %s', (pence, words, typed) => {
    expect(moneyWords(pence)).toBe(words)
    expect(typedMoney(pence)).toBe(typed)
    expect(readMoney(typed)).toBe(pence)
  })

  it('in a column has pennies where one of its sums has', () => {
    expect([450_000, 41_250, 0].map(columnMoney([450_000, 41_250, 0]))).toEqual(['£4,500.00', '£412.50', 'None'])
    expect([450_000, 0].map(columnMoney([450_000, 0]))).toEqual(['£4,500', 'None'])
  })

  it.each([
    ['£4,500', 450_000],
    ['4500.5', 450_050],
    [' 412.50 ', 41_250],
    ['', null],
    ['4,50', undefined],
    ['about 400', undefined],
    ['-5', undefined],
    ['1.234', undefined],
  ])('“%s” is %s', (text, pence) => {
    expect(readMoney(text)).toBe(pence)
  })
})
