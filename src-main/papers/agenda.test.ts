import { expect, it } from 'vitest'
import { agendaPaper, type AgendaContent } from './agenda.ts'
import { HOSTILE, judged } from './testing/judged.ts'

const item = (title: string, more: Partial<AgendaContent['items'][number]> = {}): AgendaContent['items'][number] => ({
  title,
  presenter: '',
  purpose: 'discussion',
  minutes: null,
  paragraph: null,
  publicInterest: '',
  role: null,
  papers: [],
  ...more,
})
const action = (at: number) => ({ number: `IQ/2016-02-22/${at}`, text: 'Provide a visit plan', owner: 'Provider director', due: '2016-05-01', overdue: at % 2 === 0 })
const sample: AgendaContent = {
  body: { name: 'Education Quartet', code: 'IQ' },
  date: '2016-05-09',
  time: '14:00',
  place: 'Council House',
  items: [
    item('Welcome and apologies', { minutes: 5, purpose: 'information' }),
    item('Minutes of the last meeting', { minutes: 5, purpose: 'decision', role: 'lastMinutes' }),
    item('Matters arising', { minutes: 20, role: 'mattersArising' }),
    item('Provider’s stocktake', { minutes: 40, presenter: 'Provider director', papers: [{ title: 'Stocktake as at 9 May 2016', toFollow: false, paragraph: null }, { title: 'Visit plan', toFollow: true, paragraph: null }, { title: 'Named schools', toFollow: false, paragraph: 3 }] }),
    item('Schools causing concern', { minutes: 20, purpose: 'decision', paragraph: 3, publicInterest: 'Harm to the schools', papers: [{ title: 'Warning notices', toFollow: false, paragraph: null }] }),
    item('Any other business'),
  ],
  previous: '2016-02-22',
  mattersArising: [1, 2, 3].map(action),
  audience: 'full',
  createdOn: '2016-05-01',
  council: { name: 'Birmingham City Council', abbreviation: 'BCC' },
  provider: { name: 'Birmingham Education Partnership', abbreviation: 'BEP' },
}

judged({
  'the sample agenda': agendaPaper(sample),
  'the sample agenda, public': agendaPaper({ ...sample, audience: 'public' }),
  'an agenda with nothing on it': agendaPaper({ ...sample, time: '', place: '', items: [], previous: null, mattersArising: [] }),
  'a hostile agenda': agendaPaper({ ...sample, place: HOSTILE, items: sample.items.map((each) => ({ ...each, title: HOSTILE, presenter: '\uffff', publicInterest: HOSTILE, papers: [{ title: HOSTILE, toFollow: true, paragraph: 7 }] })), mattersArising: [{ ...action(1), text: HOSTILE, owner: '\uffff' }] }),
  'forty items and two hundred open actions': agendaPaper({ ...sample, items: Array.from({ length: 40 }, (_, at) => item(`Item ${'of many words '.repeat(at % 9)}`, { minutes: 30, role: at === 2 ? 'mattersArising' : null })), mattersArising: Array.from({ length: 200 }, (_, at) => action(at)) }),
})

const textOf = (content: AgendaContent): string[] =>
  agendaPaper(content).blocks.flatMap((block) => {
    if (block.kind === 'heading') return [`# ${block.text}`]
    if (block.kind === 'paragraph') return [block.runs.map((run) => (run.kind === 'text' ? run.text : '')).join('')]
    if (block.kind === 'table') return block.rows.map((row) => row.join(' | '))
    return block.kind === 'list' ? block.items.flatMap(({ children }) => children.flatMap((child) => (child.kind === 'paragraph' ? [`- ${child.runs.map((run) => (run.kind === 'text' ? run.text : '')).join('')}`] : []))) : []
  })

it('says of each item what it is for, who presents it, when, and with which papers', () => {
  expect(textOf(sample)).toEqual([
    '9 May 2016, 14:00, Council House.',
    '# Welcome and apologies',
    'For information; 14:00, 5 minutes.',
    '# Minutes of the last meeting',
    'For decision; 14:05, 5 minutes.',
    'To agree the minutes of the meeting held on 22 February 2016.',
    '# Matters arising',
    'For discussion; 14:10, 20 minutes.',
    'IQ/2016-02-22/1 | Provide a visit plan | Provider director | 1 May 2016',
    'IQ/2016-02-22/2 | Provide a visit plan | Provider director | 1 May 2016 (overdue)',
    'IQ/2016-02-22/3 | Provide a visit plan | Provider director | 1 May 2016',
    '# Provider’s stocktake',
    'For discussion; presented by Provider director; 14:30, 40 minutes.',
    'Papers:',
    '- Stocktake as at 9 May 2016',
    '- Visit plan (to follow)',
    expect.stringMatching(/^- Named schools\. Not for publication: this paper .* paragraph 3 /),
    '# Schools causing concern',
    'For decision; 15:10, 20 minutes.',
    expect.stringMatching(/^Not for publication: this item .* Public interest: Harm to the schools$/),
    'Paper:',
    '- Warning notices',
    '# Any other business',
    'For discussion.',
  ])
})

it('withholds what is exempt from the public, and says so in its place', () => {
  const open = textOf({ ...sample, audience: 'public' }).join('\n')
  for (const secret of ['Schools causing concern', 'Harm to the schools', 'Warning notices', 'Named schools']) expect(open).not.toContain(secret)
  expect(open).toContain('# Item withheld\nNot for publication: this item')
  expect(open).toContain('- Paper withheld. Not for publication: this paper')
  expect(agendaPaper({ ...sample, audience: 'public' }).classification).toBe('PUBLIC')
  expect(agendaPaper(sample).classification).toBe('NOT FOR PUBLICATION')
})
