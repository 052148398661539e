import type { MinutesContent } from '../../api/minutes.ts'
import type { RichText } from '../../api/richtext.ts'
import type { MinutesPaperContent } from '../minutes.ts'
import { sampleFigures } from './sample-content.ts'

export const prose = (...paragraphs: string[]): RichText => ({
  type: 'doc',
  content: paragraphs.map((text) => ({ type: 'paragraph', content: [{ type: 'text', text }] })),
})

/** An item of a meeting, discussed in public, with nothing decided. */
export function minutedItem(number: number, more: Partial<MinutesContent['items'][number]> = {}): MinutesContent['items'][number] {
  return {
    id: `00000000-0000-7000-8000-00000000000${number}`,
    number,
    title: `Item ${number}`,
    presenter: '',
    purpose: 'discussion',
    paragraph: null,
    publicInterest: '',
    role: null,
    outcome: null,
    document: prose('The item was discussed.'),
    decisions: [],
    actions: [],
    ...more,
  }
}

/** Minutes of an invented meeting with something of everything. */
export const sampleMinutes: MinutesContent = {
  body: { name: 'Education Quartet', code: 'IQ' },
  date: '2016-05-09',
  time: '14:00',
  endedAt: '16:05',
  place: 'Committee Room 2, Council House',
  attendance: [
    { role: 'Education Commissioner (chair)', organisation: 'Department for Education', presence: 'present', standsInFor: '', arrivedAt: '', leftAt: '' },
    { role: 'Executive Director', organisation: 'Council', presence: 'present', standsInFor: '', arrivedAt: '14:20', leftAt: '15:50' },
    { role: 'Deputy Director', organisation: 'Department for Education', presence: 'inAttendance', standsInFor: 'Regional Schools Commissioner', arrivedAt: '', leftAt: '' },
    { role: 'Cabinet Member', organisation: 'Council', presence: 'apologies', standsInFor: '', arrivedAt: '', leftAt: '' },
  ],
  declarations: [{ role: 'Executive Director', itemNumber: 3, kind: 'other', interest: 'Governor of a school named in the item', withdrew: false }],
  items: [
    minutedItem(1, { title: 'Welcome and apologies', document: prose('The chair welcomed everyone.') }),
    minutedItem(2, { title: 'Minutes of the last meeting', purpose: 'decision', role: 'lastMinutes', document: prose('The minutes of the meeting held on 22 February 2016 were agreed as a correct record.') }),
    minutedItem(3, {
      title: 'Provider’s stocktake',
      document: {
        type: 'doc',
        content: [
          { type: 'paragraph', content: [{ type: 'text', text: 'By 9 May 2016 ' }, { type: 'figure', attrs: { figure: 'visited', group: 'maintained', show: 'percent' } }, { type: 'text', text: ' of maintained schools had been visited.' }] },
          { type: 'bulletList', content: [{ type: 'listItem', content: [{ type: 'paragraph', content: [{ type: 'text', text: 'Three DSG rounds were held.', marks: [{ type: 'bold' }] }] }] }] },
        ],
      },
      decisions: [{ number: 'IQ 2016/14', text: 'That every maintained school be visited by the end of the summer term 2016.', reasons: 'The Council answers for every school.' }],
      actions: [{ number: 'IQ/2016-05-09/1', text: 'Provide a visit plan for the schools not yet visited.', owner: 'Provider director', due: '2016-06-10' }],
    }),
    minutedItem(4, {
      title: 'Schools causing concern',
      purpose: 'decision',
      paragraph: 3,
      publicInterest: 'Publishing would harm the schools’ recovery.',
      outcome: 'deferred',
      actions: [{ number: 'IQ/2016-05-09/2', text: 'Bring the warning notice back.', owner: 'Executive Director', due: '2016-06-13' }],
    }),
  ],
  otherActions: [{ number: 'IQ/2016-05-09/3', text: 'Send the dates for the autumn term.', owner: 'Committee officer', due: '2016-05-20' }],
  figures: sampleFigures.slice(0, 1),
}

export const minutesContentOf = (content: MinutesContent, more: Partial<MinutesPaperContent> = {}): MinutesPaperContent => ({
  content,
  standing: { kind: 'draft', version: 1 },
  audience: 'full',
  createdOn: '2016-05-12',
  council: { name: 'Birmingham City Council', abbreviation: 'BCC' },
  provider: { name: 'Birmingham Education Partnership', abbreviation: 'BEP' },
  ...more,
})
