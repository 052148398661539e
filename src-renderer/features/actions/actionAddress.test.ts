import { expect, it } from 'vitest'
import { parseQuery, stringifyQuery } from 'vue-router'
import { ANY, readActions, writeActions, type ActionAddress } from './actionAddress.ts'

const asRead = (address: ActionAddress) => readActions(parseQuery(stringifyQuery(writeActions(address))))
const plain: ActionAddress = { view: 'live', bodyId: ANY, owner: ANY, words: '', id: null }

it('brings back every part of the log, and leaves out what is as it opens', () => {
  const address: ActionAddress = { view: 'done', bodyId: 'b', owner: 'Data manager', words: 'rates', asAt: '2016-05-09', from: '2015-09-01', id: 'a' }
  expect(asRead(address)).toEqual(address)
  expect(writeActions(plain)).toEqual({})
  expect(asRead(plain)).toEqual(plain)
})

it('takes a view, a date or a body that is none for how the log opens', () => {
  expect(readActions({ view: 'moon', asAt: '2016-02-30', from: 'soon', body: ['a', 'b'], search: null })).toEqual(plain)
})
