import { describe, expect, it } from 'vitest'
import { emptyDay, emptyLine, filledLines, isBlank, lineFault, lineRemark, readDay, type DayLine } from './dayDraft.ts'

const line = (change: Partial<DayLine>): DayLine => ({ ...emptyLine('1'), ...change })
const oak = { urn: '900001', name: 'Oak Primary' }

describe('a day as it is typed', () => {
  it('begins today with one empty line, and comes back from where it was kept', () => {
    const day = emptyDay('2016-06-14', '1')
    expect(filledLines(day)).toEqual([])
    expect(readDay(JSON.stringify(day))).toEqual(day)
  })

  it.each([null, '', '{', '{}', JSON.stringify({ ...emptyDay('2016-06-14', '1'), lines: [] }), JSON.stringify({ ...emptyDay('2016-06-14', '1'), kind: 'tea' })])('counts as none where what was kept is %s', (kept) => {
    expect(readDay(kept)).toBeNull()
  })

  it.each<[string, Partial<DayLine>, string | null]>([
    ['empty', {}, null],
    ['with its school', { urn: '900001' }, null],
    ['with words and no school', { purpose: 'Review' }, 'Choose the school'],
    ['with a purpose that is a story', { urn: '900001', purpose: 'x'.repeat(501) }, 'Keep the purpose to 500 characters; the note takes more'],
    ['whose name fits two', { pasted: 'Oak', others: [oak, oak] }, '“Oak” may be any of 2 schools: choose one'],
    ['whose name fits none', { pasted: 'Elm' }, 'No school is called “Elm”: type its name or URN'],
  ])('a line %s', (_what, change, said) => {
    expect(lineFault(line(change))).toBe(said)
    expect(isBlank(line(change))).toBe(Object.keys(change).length === 0)
  })

  it('remarks on a purpose that is a URN: it was meant as the next school', () => {
    const slip = line({ urn: '900001', purpose: ' 900171 ' })
    expect(lineRemark(slip, [slip])).toBe('The purpose is a URN: was it meant as the school of the next line?')
  })

  it('remarks on a school that stands further up, and on no other', () => {
    const lines = [line({ urn: '900001' }), line({}), line({ urn: '900002' }), line({ urn: '900001' }), line({})]
    expect(lines.map((one) => lineRemark(one, lines))).toEqual([null, null, null, 'The same school as on line 1', null])
  })
})
