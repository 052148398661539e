import { expect, it } from 'vitest'
import { readSorts, writeSorts } from './sortAddress.ts'

it('writes one sort, two or none, and reads them back', () => {
  const [due, owner] = [{ key: 'due', direction: 'descending' }, { key: 'owner', direction: 'ascending' }] as const
  for (const [sort, then] of [[undefined, undefined], [due, undefined], [owner, due]] as const) expect(readSorts(writeSorts(sort, then))).toEqual([sort, then])
  expect(writeSorts(undefined, due)).toEqual({})
  expect(readSorts({ sort: ['due', 'owner'] })).toEqual([undefined, undefined])
})
