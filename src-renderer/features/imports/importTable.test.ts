import { describe, expect, it } from 'vitest'
import { importTable } from './importTable.ts'

describe('a list of what an import does', () => {
  it.each([
    ['needs', true],
    ['visits', false],
    ['register', false],
  ] as const)('of %s is not for publication: %s', (kind, exempt) => {
    expect(importTable(kind, 'Changes by needs.csv', '', ['URN', 'School'], [['103120', 'Ashfold']])).toEqual({
      title: 'Changes by needs.csv',
      note: '',
      columns: [{ heading: 'URN', kind: 'text' }, { heading: 'School', kind: 'text' }],
      rows: [['103120', 'Ashfold']],
      exempt,
    })
  })
})
