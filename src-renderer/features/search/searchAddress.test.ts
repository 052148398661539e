import { expect, it } from 'vitest'
import { readSearch, writeSearch, type SearchAddress } from './searchAddress.ts'

const bare: SearchAddress = { words: '', bodyId: 'any', from: null, to: null, urn: null, kinds: [], sort: 'relevance' }

it('reads what it wrote, and writes nothing of what the page opens with', () => {
  const full: SearchAddress = { words: 'visit plan', bodyId: 'b', from: '2016-01-01', to: '2016-12-31', urn: '900417', kinds: ['minute', 'action'], sort: 'date' }
  expect(readSearch({ ...(writeSearch(full) as Record<string, string>) })).toEqual(full)
  expect(writeSearch(bare)).toEqual({})
  expect(readSearch({})).toEqual(bare)
})

it('leaves out what it cannot mean', () => {
  expect(readSearch({ from: '31/02/2016', to: 'now', school: 'Ashfold', kinds: 'minute,song', sort: 'size' })).toEqual({ ...bare, kinds: ['minute'] })
})
