import { describe, expect, it } from 'vitest'
import type { ImportColumns } from '../../../src-main/api/imports.ts'
import { choicesOf, chosenBy, inReadingOrder, matchOf, missingFields, optionOf, optionsOf, samplesOf } from './columnRows.ts'

const field = (key: string, label: string, needed: boolean, same: ImportColumns['fields'][number]['same'] = 'no', choices: string[] = []) => ({ key, label, needed, same, choices })
const urn = field('urn', 'URN', true)
const kind = field('kind', 'Kind', true, 'choice', ['visit', 'telephone'])
const columns: ImportColumns = {
  fileName: 'log.csv',
  sheet: null,
  sheets: [],
  columns: [{ name: 'School ref', samples: ['900001', '900002'] }, { name: 'Words', samples: [] }],
  fields: [field('purpose', 'Purpose', false), urn, kind, field('note', 'Note', false, 'text')],
  byName: {},
  proposed: {},
  matchedOn: null,
}

describe('the choices of columns', () => {
  it('come from a match and make it again', () => {
    const match = { urn: { column: 'School ref' }, kind: { value: 'visit' } }
    expect(matchOf(choicesOf(columns, match))).toEqual(match)
  })

  it('leave out a value that is blank, and name what is missing', () => {
    const choices = choicesOf(columns, { kind: { value: '  ' } })
    expect(matchOf(choices)).toEqual({})
    expect(missingFields(columns, choices).map(({ label }) => label)).toEqual(['URN', 'Kind'])
  })

  it('are offered as columns, as one value where that may be, and as none', () => {
    expect(optionsOf(columns, urn).map(({ label }) => label)).toEqual(['Choose a column', 'School ref', 'Words'])
    expect(optionsOf(columns, kind).map(({ label }) => label)).toEqual(['Choose a column', 'School ref', 'Words', 'The same for every row'])
    for (const { value } of optionsOf(columns, kind)) expect(optionOf(columns, chosenBy(columns, kind, value))).toBe(value)
    expect(chosenBy(columns, kind, 'same')).toEqual({ from: 'same', value: 'visit' })
    expect(optionOf(columns, { from: 'column', name: 'school REF' })).toBe('column 0')
    expect(optionOf(columns, { from: 'column', name: 'Gone' })).toBe('none')
  })

  it('show the first values of their column', () => {
    expect(['School ref', 'Words'].map((name) => samplesOf(columns, { from: 'column', name }))).toEqual(['900001 · 900002', 'No values in the first rows'])
    expect(samplesOf(columns, { from: 'none' })).toBe('')
  })

  it('stand with what is needed first, then what was found', () => {
    expect(inReadingOrder(columns, choicesOf(columns, { note: { column: 'Words' } })).map(({ key }) => key)).toEqual(['urn', 'kind', 'note', 'purpose'])
  })
})
