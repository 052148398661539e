import { describe, expect, it } from 'vitest'
import { lineFault } from './dayDraft.ts'
import { matchedLines } from './matchedLines.ts'

const pasted = (count: number) => Array.from({ length: count }, (_, at) => ({ school: `School ${at}`, purpose: `Purpose ${at}`, note: '' }))
const keys = () => {
  let last = 0
  return () => String((last += 1))
}
const found = (texts: readonly string[]) => texts.map((name) => ({ school: { urn: '900001', name }, others: [] }))

describe('matchedLines', () => {
  it('looks up every line of a long list, 500 at a time', async () => {
    const asked: number[] = []
    const { lines, failure } = await matchedLines(pasted(1_204), keys(), (texts) => {
      asked.push(texts.length)
      return Promise.resolve(found(texts))
    })
    expect(asked).toEqual([500, 500, 204])
    expect(failure).toBeUndefined()
    expect(lines.map(({ schoolName }) => schoolName)).toEqual(pasted(1_204).map(({ school }) => school))
    expect(new Set(lines.map(({ key }) => key)).size).toBe(1_204)
  })

  it('keeps the lines as they were pasted where looking up fails', async () => {
    let asked = 0
    const { lines, failure } = await matchedLines(pasted(1_204), keys(), (texts) => {
      asked += 1
      return asked === 2 ? Promise.reject(new Error('No answer')) : Promise.resolve(found(texts))
    })
    expect(asked).toBe(2)
    expect(failure).toEqual(new Error('No answer'))
    expect(lines).toHaveLength(1_204)
    expect(lines[499]).toMatchObject({ urn: '900001', pasted: '' })
    expect(lines[500]).toMatchObject({ urn: null, pasted: 'School 500', purpose: 'Purpose 500' })
    expect(lines[1_203]).toMatchObject({ urn: null, pasted: 'School 1203' })
    expect(lines[500] && lineFault(lines[500])).toBe('“School 500” has not been looked up: choose the school')
  })

  it('leaves out nothing of a purpose, so that its length is for the officer to settle', async () => {
    const { lines } = await matchedLines([{ school: 'Ashfold', purpose: 'x'.repeat(700), note: '' }], keys(), (texts) => Promise.resolve(found(texts)))
    expect(lines[0]?.purpose).toHaveLength(700)
    expect(lines[0] && lineFault(lines[0])).toBe('Keep the purpose to 500 characters; the note takes more')
  })
})
