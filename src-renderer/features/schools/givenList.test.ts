import { describe, expect, it } from 'vitest'
import { EXEMPT_SENTENCE } from '../../../src-main/api/exports.ts'
import { everyRow, noRows } from '../../ui/selection.ts'
import { howChosen, isJudged, saidAbove } from './givenList.ts'
import { plainList } from './listAddress.ts'
import { schoolColumns } from './schoolColumns.ts'

const some = { all: false, keys: new Set(['900417']) }
const packages = { ...plainList, requiresPackage: true }
const showing = (...keys: string[]) => schoolColumns.filter(({ key }) => keys.includes(key))

describe('howChosen', () => {
  it('says the filters of a whole list, and of all but some', () => {
    expect(howChosen(packages)).toEqual(['Open schools', 'Requires a package'])
    expect(howChosen(packages, { selection: everyRow, judged: true })).toEqual(['Selected by hand', 'Open schools', 'Requires a package'])
  })

  it('says no filter of schools that were chosen one by one', () => {
    expect(howChosen({ ...plainList, district: ['Yardley'] }, { selection: some, judged: false })).toEqual(['Selected by hand'])
  })
})

describe('isJudged', () => {
  it('holds from the first school chosen among those that require a package until none is chosen', () => {
    expect(isJudged(false, some, packages)).toBe(true)
    expect(isJudged(true, some, plainList)).toBe(true)
    expect(isJudged(true, noRows, packages)).toBe(false)
    expect(isJudged(false, some, plainList)).toBe(false)
    expect(isJudged(false, everyRow, packages)).toBe(true)
  })
})

describe('saidAbove', () => {
  it.each(['standing', 'requiresPackage', 'requiredSince'])('says that a list with the column %s is not for publication', (key) => {
    expect(saidAbove(plainList, showing('name', key))).toBe(EXEMPT_SENTENCE)
  })

  it('says so of schools that were chosen by a judgement, and of no others', () => {
    expect(saidAbove(packages, showing('name'))).toBe(EXEMPT_SENTENCE)
    expect(saidAbove(plainList, showing('name'), { selection: some, judged: true })).toBe(EXEMPT_SENTENCE)
    expect(saidAbove(plainList, showing('name'), { selection: some, judged: false })).toBeNull()
    expect(saidAbove(plainList, showing('name', 'urn'))).toBeNull()
  })
})
