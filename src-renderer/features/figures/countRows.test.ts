import { describe, expect, it } from 'vitest'
import { partSections, termSections, type CountRow } from './countRows.ts'
import { partRows } from './partRows.ts'

const counts = { open: 4, visited: 2, reached: 3, reachedOf: 6, requirePackage: 1 }
const said = ({ cells }: CountRow) => cells.map((group) => group.map((cell) => (cell === null ? '' : cell.of === undefined ? `${cell.number}` : `${cell.number} of ${cell.of}`)))

describe('the counts by part', () => {
  const rows = partRows([
    { part: 'Yardley', group: 'maintained', ...counts },
    { part: 'Yardley', group: 'academy', ...counts, open: 1, visited: 1 },
    { part: null, group: 'maintained', ...counts },
  ])

  it('have a line for each part, and one for all of them that adds up', () => {
    const { sections, sum } = partSections('district', rows, 'attended')
    const lines = sections.flatMap((section) => section.rows)
    expect(lines.map(({ title, quiet }) => [title, quiet])).toEqual([['Yardley', false], ['Not recorded', true]])
    expect(lines.map(said)).toEqual([[['4', '2', '3', '1'], ['1', '1', '3', '1']], [['4', '2', '3', '1'], ['0', '0', '0', '0']]])
    expect([sum.title, said(sum)]).toEqual(['All districts', [['8', '4', '6', '2'], ['1', '1', '3', '1']]])
  })

  it('open the schools of their part, and the sum those of all', () => {
    const { sections, sum } = partSections('district', rows, 'meanAttendance')
    const [yardley, none] = sections.map((section) => section.rows[0]?.cells[0]?.[2])
    expect(yardley).toEqual({ number: 3, of: 6, what: 'Maintained schools in Yardley, dsg places: show the schools', opens: { id: 'dsgCoverage', group: 'maintained', side: 'numerator', district: 'Yardley' } })
    expect(none?.opens.district).toBeNull()
    expect(sum.cells[0]?.[2]?.opens).toEqual({ id: 'dsgCoverage', group: 'maintained', side: 'numerator' })
  })
})

it('a term has how it stood at its end, and beneath it what was done in it, each with its own days', () => {
  const term = { key: '2015-spring', title: 'Spring 2016', from: '2016-01-01', asAt: '2016-03-31', running: false, groups: [{ group: 'maintained' as const, ...counts, visitedInTerm: 1, reachedInTerm: 2, reachedInTermOf: 5 }], visits: 1, dsgMeetings: 12 }
  const [end, done] = termSections([term], 'meanAttendance')[0]?.rows ?? []
  if (!end || !done) throw new Error('a term has two lines')
  expect([end.title, end.note, said(end)[0]]).toEqual(['Spring 2016', '31 March 2016', ['4', '2', '3 of 6', '1']])
  expect([done.title, said(done)[0]]).toEqual(['In it: 1 visit, 12 meetings', ['', '1', '2 of 5', '']])
  expect([end.cells[0]?.[1]?.opens.term, done.cells[0]?.[1]?.opens.term]).toEqual([{ asAt: '2016-03-31' }, { asAt: '2016-03-31', from: '2016-01-01' }])
})
