import { describe, expect, test } from 'vitest'
import { isClosedWithoutDate, isOpenOn, statusOn } from './open-on.ts'

const t = '2016-06-21'
const status = (...values: string[]) => values.map((value, i) => ({ value, validFrom: `201${i + 4}-01-01`, validTo: null }))

test.each<[string, string | null, string | null, string[], boolean]>([
  ['no dates, no status', null, null, [], true],
  ['no dates, open', null, null, ['Open'], true],
  ['opened that day', t, null, ['Open'], true],
  ['opens the day after', '2016-06-22', null, ['Open'], false],
  ['closes that day: its last open day', '2000-01-01', t, ['Closed'], true],
  ['closed the day before', '2000-01-01', '2016-06-20', ['Closed'], false],
  ['closed since, by a later file', '2000-01-01', '2020-08-31', ['Open', 'Closed'], true],
  ['proposed to close', '2000-01-01', null, ['Open, but proposed to close'], true],
  ['proposed to close, and the day has passed', '2000-01-01', '2016-06-20', ['Open, but proposed to close'], false],
  ['only proposed, whatever its date', '2015-09-01', null, ['Proposed to open'], false],
  ['proposed once, open since', '2015-09-01', null, ['Proposed to open', 'Open'], true],
  ['known only after the day to have opened', '2015-09-01', null, ['Proposed to open', 'Proposed to open', 'Proposed to open', 'Open'], true],
  ['closed without a date', '2000-01-01', null, ['Closed'], false],
  ['closed without a date, by the latest word', '2000-01-01', null, ['Open', 'Closed'], false],
  ['closed without a date, corrected since', '2000-01-01', null, ['Closed', 'Open'], true],
  ['case and spacing', '2000-01-01', null, [' PROPOSED  to open'], false],
])('%s', (_, openDate, closeDate, statuses, open) => {
  expect(isOpenOn({ openDate, closeDate, statuses: status(...statuses) }, t)).toBe(open)
})

test('the odd ones can be listed', () => {
  expect(isClosedWithoutDate({ closeDate: null, statuses: status('Open', 'Closed') })).toBe(true)
  expect(isClosedWithoutDate({ closeDate: t, statuses: status('Closed') })).toBe(false)
  expect(isClosedWithoutDate({ closeDate: null, statuses: status('Closed', 'Open') })).toBe(false)
})

describe('the status as it is said on a day', () => {
  const closed = { closeDate: '2024-05-31', statuses: [{ value: 'Closed', validFrom: '2024-10-28', validTo: null }] }
  test.each([
    ['before its last open day', '2016-06-14', closed, 'Open'],
    ['on its last open day', '2024-05-31', closed, 'Open'],
    ['the day after', '2024-06-01', closed, 'Closed'],
    ['closed without a date', '2016-06-14', { ...closed, closeDate: null }, 'Closed'],
    ['as a file of the time said', '2016-06-14', { closeDate: '2016-08-31', statuses: [{ value: 'Open, but proposed to close', validFrom: '2016-01-01', validTo: null }] }, 'Open, but proposed to close'],
    ['nothing known', '2016-06-14', { closeDate: null, statuses: [] }, ''],
  ])('%s', (_when, day, record, said) => {
    expect(statusOn(record, day)).toBe(said)
  })
})
