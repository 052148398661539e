import { describe, expect, it } from 'vitest'
import { partRows, shareOf, total, type PartCounts } from './partRows.ts'

const counts = (part: string | null, group: PartCounts['group'], open: number): PartCounts => ({
  part,
  group,
  open,
  visited: 0,
  reached: 0,
  reachedOf: open,
  requirePackage: 0,
})

describe('partRows', () => {
  it('puts both groups of a district on one line, in the order of the core', () => {
    const lines = partRows([
      counts('Yardley', 'maintained', 31),
      counts('Yardley', 'academy', 12),
      counts(null, 'maintained', 2),
      counts('Edgbaston', 'academy', 9),
    ])
    expect(lines.map(({ part }) => part)).toEqual(['Yardley', null, 'Edgbaston'])
    expect(lines[0]?.counts.maintained?.open).toBe(31)
    expect(lines[0]?.counts.academy?.open).toBe(12)
    expect(lines[2]?.counts.maintained).toBeUndefined()
  })

  it('adds the parts of a group up to its figure', () => {
    const lines = partRows([counts('Yardley', 'maintained', 31), counts(null, 'maintained', 2), counts('Yardley', 'academy', 12)])
    expect([total(lines, 'maintained', 'open'), total(lines, 'academy', 'open')]).toEqual([33, 12])
  })
})

it.each([
  [23, 40, 58],
  [252, 290, 87],
  [0, 3, 0],
  [0, 0, null],
])('%i of %i is %s per cent', (numerator, denominator, percent) => {
  expect(shareOf(numerator, denominator)).toBe(percent)
})
