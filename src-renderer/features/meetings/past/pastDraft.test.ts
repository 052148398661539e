import { expect, it } from 'vitest'
import type { MinutesProposal } from '../../../../src-main/api/past-meetings.ts'
import { confirmedOf, draftOf, mark, mistakesOf, unmark } from './pastDraft.ts'

const paragraph = (text: string) => ({ type: 'paragraph' as const, content: [{ type: 'text' as const, text }] })
const proposal: MinutesProposal = {
  bodyId: '00000000-0000-7000-8000-000000000001',
  date: '2016-05-09',
  time: '14:00',
  endedAt: '',
  place: 'Room 2',
  attendance: [{ role: 'Chair', organisation: 'Council', presence: 'present', standsInFor: '', arrivedAt: '', leftAt: '' }],
  items: [
    {
      title: 'Posts',
      document: { type: 'doc', content: [paragraph('Two were vacant.'), { type: 'bulletList', content: [{ type: 'listItem', content: [paragraph('Advertise one.')] }, { type: 'listItem', content: [paragraph('Advertise two.')] }] }] },
      outcome: null, paragraph: 3, publicInterest: 'Harm', decisions: [{ text: 'That it be so.', reasons: '' }], actions: [{ text: 'Write', owner: '', due: null, dueWords: 'soon' }],
    },
    { title: 'Close', document: { type: 'doc', content: [{ type: 'paragraph' }] }, outcome: 'noted', paragraph: null, publicInterest: '', decisions: [], actions: [] },
  ],
  otherActions: [],
  notes: [],
}

it('asks for what the file leaves open, and for nothing of an item that is left out', () => {
  const draft = draftOf(proposal)
  expect(mistakesOf(draft).map(({ text }) => text)).toEqual(['Say who owns “Write”', 'Enter the due date of “Write”'])
  expect(confirmedOf(draft)).toBeNull()
  const [posts] = draft.items
  if (posts) posts.taken = false
  expect(mistakesOf(draft)).toEqual([])
  expect(confirmedOf(draft)?.items.map(({ title }) => title)).toEqual(['Close'])
})

it('gives back what was proposed, with what was added to it', () => {
  const draft = draftOf(proposal)
  const [posts] = draft.items
  const [action] = posts?.actions ?? []
  if (action) Object.assign(action, { owner: ' Clerk ', due: '2016-06-01' })
  expect(confirmedOf(draft)).toEqual({
    meetingId: null,
    bodyId: proposal.bodyId, date: proposal.date, time: '14:00', endedAt: '', place: 'Room 2', attendance: proposal.attendance, otherActions: [],
    items: [{ ...proposal.items[0], actions: [{ text: 'Write', owner: 'Clerk', due: '2016-06-01' }] }, proposal.items[1]],
  })
})

it('makes decisions and actions of what was said, and takes them back', () => {
  const [posts] = draftOf(proposal).items
  if (!posts) throw new Error('no item')
  mark(posts, 1, 'action')
  expect(posts.actions.map(({ text }) => text)).toEqual(['Write', 'Advertise one.', 'Advertise two.'])
  mark(posts, 0, 'decision')
  expect([posts.blocks, posts.decisions.map(({ text }) => text)]).toEqual([[], ['That it be so.', 'Two were vacant.']])
  unmark(posts, posts.decisions[1]?.key ?? '')
  expect([posts.blocks, posts.decisions.length]).toEqual([[paragraph('Two were vacant.')], 1])
})

it('refuses what cannot be entered', () => {
  const draft = { ...draftOf(proposal), bodyId: '', date: null, time: '2pm', items: [] }
  expect(mistakesOf(draft).map(({ fieldId }) => fieldId)).toEqual(['past-body', 'past-date', 'past-time', 'past-items'])
})
