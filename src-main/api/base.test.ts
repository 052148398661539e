import { expect, it } from 'vitest'
import { parseFileDate } from '../domain/dates.ts'
import { civilDate } from './base.ts'

it.each(['1000-01-01', '2016-02-29', '9999-12-31', '0999-12-31', '0001-01-01', '2015-02-29', '2016-2-3', '31/02/2016', '+12016-06-21', ''])('takes the dates that the domain takes: %s', (text) => {
  expect(civilDate.safeParse(text).success).toBe(parseFileDate(text) === text)
})
