import { describe, expect, it } from 'vitest'
import { districtSpeller, townOfCouncil } from './district-name.ts'

describe('a district', () => {
  const bare = districtSpeller([], 'Birmingham')

  it.each([
    ['Birmingham, Yardley', 'Yardley'],
    ['Birmingham Yardley', 'Yardley'],
    ['birmingham,  Selly Oak', 'Selly Oak'],
    ['Yardley', 'Yardley'],
    ['Sutton Coldfield', 'Sutton Coldfield'],
    ['Meriden', 'Meriden'],
    ['Birmingham North', 'Birmingham North'],
    ['Birmingham, Northfield', 'Northfield'],
    ['Birmingham Northfield', 'Northfield'],
    ['Birmingham', 'Birmingham'],
    ['Birminghamshire North', 'Birminghamshire North'],
    ['Ruislip, Northwood and Pinner', 'Ruislip, Northwood and Pinner'],
  ])('written %j is %j', (written, district) => {
    expect(bare.spelled(written)).toBe(district)
  })

  it('is spelled as the workspace spells it, with or without its town, the first spelling before others', () => {
    const known = districtSpeller(['Birmingham, Yardley', 'HALL GREEN', 'Hall Green'], 'Birmingham')
    expect(['Yardley', 'Birmingham Yardley', 'Birmingham, Hall Green'].map((name) => known.spelled(name))).toEqual(['Birmingham, Yardley', 'Birmingham, Yardley', 'HALL GREEN'])
    expect(districtSpeller([], '').spelled('Birmingham, Yardley')).toBe('Birmingham, Yardley')
    expect([known.isNew('Birmingham, Yardley'), known.isNew('Erdington')]).toEqual([false, true])
  })

  it.each([
    ['Birmingham City Council', 'Birmingham'],
    ['Solihull Metropolitan Borough Council', 'Solihull'],
    ['Sandwell Council', 'Sandwell'],
    ['The Corporation', ''],
  ])('of %j has %j before it', (council, town) => {
    expect(townOfCouncil(council)).toBe(town)
  })
})
