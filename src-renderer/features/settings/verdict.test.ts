import { describe, expect, it } from 'vitest'
import { verdictOf } from './verdict.ts'

describe('verdictOf', () => {
  it('says that the history is whole, with its size and its last seal', () => {
    expect(verdictOf({ ok: true, entries: 1_204, head: 'ab12', problems: [] })).toEqual({
      tone: 'good', title: 'The history is whole', lines: ['1,204 entries read; every row is as Quartet wrote it.', 'Last seal ab12'],
    })
  })

  it('names the problems and counts the ones that are too many to show', () => {
    const problems = Array.from({ length: 11 }, (_, at) => ({ message: `Row ${at} was changed.` }))
    const verdict = verdictOf({ ok: false, entries: 3, head: '', problems })
    expect(verdict.tone).toBe('bad')
    expect(verdict.lines).toHaveLength(9)
    expect(verdict.lines.at(-1)).toBe('And 3 more.')
  })
})
