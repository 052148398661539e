import { describe, expect, it } from 'vitest'
import { statement } from '../../database/index.ts'
import { testWorkspace } from '../../database/testing.ts'
import { fieldsOf } from './change-words.ts'

/** The tables that an import of any kind may write to, less its own story and the dated facts, which have words of their own. */
const WRITTEN = ['schools', 'school_links', 'visits', 'need_judgements', 'school_attendance', 'establishment_types', 'bodies', 'meetings'] as const

/** Every column whose schema names the few values it may have, with each of them. */
function storedChoices() {
  const { read } = testWorkspace()
  return WRITTEN.flatMap((table) => {
    const schema = statement<{ sql: string }>(read, 'SELECT sql FROM sqlite_master WHERE type = ? AND name = ?').get('table', table)?.sql ?? ''
    return [...schema.matchAll(/CHECK\s*\((\w+) IN \(([^)]*)\)/gu)].flatMap(([, column = '', list = '']) =>
      list.split(',').map((one) => one.trim()).map((one) => ({ table, column, value: one.startsWith("'") ? one.slice(1, -1) : Number(one) })),
    )
  })
}

describe('what an import did, in words', () => {
  it('says no stored word as it is stored, in any column of few values', () => {
    const choices = storedChoices()
    expect(new Set(choices.map(({ table, column }) => `${table}.${column}`))).toEqual(
      new Set(['visits.kind', 'visits.status', 'visits.counts', 'visits.response', 'need_judgements.requires_package', 'school_attendance.attended', 'establishment_types.school_group', 'bodies.kind', 'bodies.statutory', 'meetings.state']),
    )
    for (const { table, column, value } of choices) {
      // Whether a body is statutory is no word of a file, and is not told.
      const told = fieldsOf([{ table, before: null, after: { [column]: value } }])
      expect(told, `${table}.${column} ${value}`).toHaveLength(column === 'statutory' ? 0 : 1)
      for (const { after } of told) {
        expect(after, `${table}.${column} ${value}`).toMatch(/^\p{Lu}/u)
        expect(after).not.toBe(value)
      }
    }
  })

  it('says of a visit what the school answered', () => {
    expect(fieldsOf([{ table: 'visits', before: {}, after: { response: 'notAccurate', responded_on: '2016-02-12' } }])).toEqual([
      { field: 'Response', before: '', after: 'Not accurate' },
      { field: 'Response date', before: '', after: '12 February 2016' },
    ])
  })
})
