import { describe, expect, it } from 'vitest'
import { districtRows, type DistrictCounts } from './districtRows.ts'

const counts = (district: string | null, group: DistrictCounts['group'], open: number): DistrictCounts => ({
  district,
  group,
  open,
  visited: 0,
  attended: 0,
  requirePackage: 0,
})

describe('districtRows', () => {
  it('puts both groups of a district on one line, in the order of the core', () => {
    const lines = districtRows([
      counts('Yardley', 'maintained', 31),
      counts('Yardley', 'academy', 12),
      counts(null, 'maintained', 2),
      counts('Edgbaston', 'academy', 9),
    ])
    expect(lines.map(({ district }) => district)).toEqual(['Yardley', null, 'Edgbaston'])
    expect(lines[0]?.counts.maintained?.open).toBe(31)
    expect(lines[0]?.counts.academy?.open).toBe(12)
    expect(lines[2]?.counts.maintained).toBeUndefined()
  })
})
