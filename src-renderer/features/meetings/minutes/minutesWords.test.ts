import { expect, it } from 'vitest'
import type { MinutesEvent } from '../../../../src-main/api/minutes.ts'
import { storyEntries, versionWords } from './minutesWords.ts'

const event = (more: Partial<MinutesEvent>): MinutesEvent => ({ id: 'e', kind: 'circulated', date: '2016-05-12', versionNumber: 1, at: null, byWhom: '', note: '', officer: 'Officer', ...more })
const at = { meetingId: 'm', date: '2016-06-13', item: 'Minutes of the last meeting' }

it('tells what became of minutes, the latest first', () => {
  const entries = storyEntries([
    event({}),
    event({ kind: 'comment', date: '2016-05-13', byWhom: 'Cabinet Member', note: 'One word is missing.' }),
    event({ kind: 'agreed', date: '2016-06-13', versionNumber: 2, at }),
    event({ kind: 'agreedWithCorrections', date: '2016-06-13', versionNumber: 2, at, note: 'item 4' }),
    event({ kind: 'signed', date: '2016-06-14', versionNumber: null, byWhom: 'the chair' }),
  ])
  expect(entries.map(({ date, title, text, note }) => `${date} ${title} ${text ?? ''} (${note ?? ''})`)).toEqual([
    '14 June 2016 Signed by the chair. (Recorded by Officer)',
    '13 June 2016 Agreed with corrections at the meeting of 13 June 2016, by the minute of “Minutes of the last meeting”: item 4 (Recorded by Officer)',
    '13 June 2016 Agreed at the meeting of 13 June 2016, by the minute of “Minutes of the last meeting”. (Recorded by Officer)',
    '13 May 2016 Cabinet Member on version 1: One word is missing. (Recorded by Officer)',
    '12 May 2016 Version 1 circulated.  (Recorded by Officer)',
  ])
})

it('names a version by its number and day', () => {
  expect(versionWords({ id: 'v', number: 2, kind: 'agreed', madeOn: '2016-06-13', sha256: '', fileName: '', hasPublic: false })).toBe('Version 2, agreed 13 June 2016')
})
