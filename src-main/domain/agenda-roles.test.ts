import { expect, test } from 'vitest'
import { roleOf } from './agenda-roles.ts'

test.each([
  ['Minutes of the last meeting', 'lastMinutes'],
  ['Notes of the last meeting', 'lastMinutes'],
  ['Approval of the minutes of the previous meeting, 9 May 2016', 'lastMinutes'],
  ['Matters arising', 'mattersArising'],
  ['matters arising and actions', 'mattersArising'],
  ['Minutes of the Schools Forum', null],
  ['How matters arising are dealt with', null],
] as const)('“%s”', (title, role) => {
  expect(roleOf({ role: null, title })).toBe(role)
  expect(roleOf({ role: 'mattersArising', title })).toBe('mattersArising')
})
