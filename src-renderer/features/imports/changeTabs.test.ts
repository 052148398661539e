import { describe, expect, it } from 'vitest'
import { changeLine, changeTabs, firstChangeTab } from './changeTabs.ts'

describe('the tabs of an import', () => {
  it('are those that its kind can have, and what it made along the way where it did', () => {
    const tabs = (...asked: Parameters<typeof changeTabs>) => changeTabs(...asked).map(({ value }) => value)
    expect(tabs('register', {})).toEqual(['added', 'changed', 'statusChanged', 'refused'])
    expect(tabs('visits', { added: 3 })).toEqual(['added', 'changed', 'refused'])
    expect(tabs('attendance', { also: 2 })).toEqual(['added', 'changed', 'also', 'refused'])
    expect(changeTabs('visits', { added: 3 })[0]).toEqual({ value: 'added', label: 'Added', count: 3 })
  })

  it.each([
    [{ added: 2, changed: 1, refused: 0 }, 'changed'],
    [{ added: 2, changed: 0, refused: 4 }, 'added'],
    [{ added: 0, changed: 0, refused: 4 }, 'refused'],
    [{ added: 0, changed: 0, refused: 0 }, 'added'],
  ] as const)('begin where there is something to see: %j', (counts, tab) => expect(firstChangeTab(counts)).toBe(tab))
})

describe('a record on one line', () => {
  const fields = [{ field: 'Pupils', before: '200', after: '214' }, { field: 'Status from 1 May 2016', before: 'Open', after: 'Closed' }, { field: 'Town', before: 'Solihull', after: '' }]

  it('says the weightiest first, and what is no longer recorded', () => {
    expect(changeLine({ fields }, 'changed')).toBe('Status: Open → Closed; Pupils: 200 → 214; Town: Solihull → Not recorded')
    expect(changeLine({ fields: [{ field: 'Name', before: '', after: 'Ashfold' }] }, 'added')).toBe('Name: Ashfold')
    expect(changeLine({ fields: [{ field: 'Line 3', before: '', after: 'The URN is blank.' }] }, 'refused')).toBe('The URN is blank.')
  })

  it('counts what it has no room for', () => {
    const many = (count: number) => Array.from({ length: count }, (_, at) => ({ field: `F${at}`, before: '', after: `${at}` }))
    expect(changeLine({ fields: many(5) }, 'added')).toBe('F0: 0; F1: 1; F2: 2; F3: 3; F4: 4')
    expect(changeLine({ fields: many(40) }, 'added')).toBe('F0: 0; F1: 1; F2: 2; F3: 3; and 36 more')
  })
})
