import { expect, it } from 'vitest'
import { richText } from '../../api/richtext.ts'
import { plainText } from '../../domain/rich-text.ts'
import { documentOf, sampleBodies, sampleMeetings } from './committee.ts'
import { sampleSeed } from './seed.ts'

it('writes minutes as paragraphs, and neighbouring dashes as one list', () => {
  const document = richText.parse(documentOf(['Three things:', '- one', '- two', 'And then:', '- three']))
  expect(document.content.map((block) => block.type)).toEqual(['paragraph', 'bulletList', 'paragraph', 'bulletList'])
  expect(plainText(document)).toBe('Three things:\none\ntwo\nAnd then:\nthree')
  expect(documentOf([])).toBeNull()
})

it('gives every meeting a body, and describes no round twice', () => {
  const codes = sampleBodies(sampleSeed).map((body) => body.code)
  const meetings = sampleMeetings(sampleSeed)
  expect(meetings.filter((meeting) => !codes.includes(meeting.body))).toEqual([])
  expect(new Set(meetings.map((meeting) => `${meeting.body} ${meeting.date}`)).size).toBe(meetings.length)
  expect(meetings.filter((meeting) => meeting.body.startsWith('DSG-'))).toHaveLength(30)
})
