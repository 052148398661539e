import { expect, test } from 'vitest'
import { missingCategories, mustExistOn, usualCategories } from './concern-categories.ts'

test.each([
  ['2016-03-31', '“Coasting” exists only from 1 April 2016, and the decision is dated 31 March 2016. Choose another category, or check the date.'],
  ['2016-04-01', null],
  ['2017-08-31', null],
  ['2017-09-01', '“Coasting” existed until 31 August 2017, and the decision is dated 1 September 2017. Choose another category, or check the date.'],
])('a category that is used on %s', (day, sentence) => {
  const use = () => mustExistOn({ name: 'Coasting', from: '2016-04-01', to: '2017-08-31' }, day)
  if (sentence === null) expect(use).not.toThrow()
  else expect(use).toThrow(sentence)
})

test('coasting is known from April 2016 only, the others of the guidance of January 2015 before', () => {
  const inForce = (day: string) => usualCategories.filter(({ from }) => from <= day).map(({ name }) => name)
  expect(inForce('2015-01-31')).toEqual(['Special measures', 'Serious weaknesses', 'Warning notice', 'Warning notice on teachers’ pay and conditions', 'Requires improvement'])
  expect(inForce('2016-04-01')).toHaveLength(7)
})

test('the usual ones are added by name once, whatever their case', () => {
  expect(missingCategories([])).toHaveLength(7)
  expect(missingCategories(['special  MEASURES', 'Coasting']).map(({ name }) => name)).not.toContain('Special measures')
  expect(missingCategories(usualCategories.map(({ name }) => name))).toEqual([])
})
