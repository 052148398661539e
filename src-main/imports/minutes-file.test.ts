import { strToU8, unzipSync, zipSync } from 'fflate'
import { describe, expect, it } from 'vitest'
import type { ProposedItem } from '../api/past-meetings.ts'
import type { RichText } from '../api/richtext.ts'
import { plainText } from '../domain/rich-text.ts'
import { minutesPaper } from '../papers/minutes.ts'
import { packPaper } from '../papers/pack.ts'
import { minutesContentOf, sampleMinutes } from '../papers/testing/sample-minutes.ts'
import { readMinutesFile } from './minutes-file.ts'
import { PLAIN, STYLED, wordFile, type Part } from './testing/word-files.ts'

const BODIES = [
  { id: 'iq', names: ['Education Quartet', 'Improvement Quartet'] },
  { id: 'cmg', names: ['Contract Management Group', 'CMG'] },
]
const read = async (parts: readonly Part[]) => readMinutesFile(await wordFile(parts), BODIES)
const titles = (items: readonly ProposedItem[]) => items.map(({ title }) => title)
const textOf = (document: RichText | undefined) => (document ? plainText(document) : '')
const person = (role: string, organisation: string, presence: string) => ({ role, organisation, presence, standsInFor: '', arrivedAt: '', leftAt: '' })

describe('minutes that Quartet wrote', () => {
  it('read back to what they were', async () => {
    const file = Buffer.from(await packPaper(minutesPaper(minutesContentOf(sampleMinutes, { standing: { kind: 'agreed', on: '2016-06-13', corrections: '' } }))))
    const proposal = await readMinutesFile(file, BODIES)
    const { date, time, endedAt, place, attendance } = sampleMinutes
    expect(proposal).toMatchObject({ bodyId: 'iq', date, time, endedAt, place })
    // What a paper calls an organisation at length it may shorten from then on; nothing of the sample is.
    expect(proposal.attendance).toEqual(attendance)
    const [front, ...items] = proposal.items
    expect(front?.title).toBe('Before the first item')
    expect(textOf(front?.document)).toContain('Governor of a school named in the item')
    expect(titles(items)).toEqual(titles(sampleMinutes.items.map((item) => ({ ...item, actions: [] }))))
    for (const [at, item] of items.entries()) {
      const was = sampleMinutes.items[at]
      expect(item).toMatchObject({
        outcome: was?.outcome,
        paragraph: was?.paragraph,
        publicInterest: was?.publicInterest,
        decisions: was?.decisions.map(({ text, reasons }) => ({ text, reasons })),
        actions: was?.actions.map(({ text, owner, due }) => ({ text, owner, due, dueWords: '' })),
      })
    }
    expect(proposal.otherActions).toEqual([{ text: 'Send the dates for the autumn term.', owner: 'Committee officer', due: '2016-05-20', dueWords: '' }])
    expect(items[0]?.document).toEqual(sampleMinutes.items[0]?.document)
    expect(items[2]?.document.content[1]).toMatchObject({ type: 'bulletList', content: [{ content: [{ content: [{ marks: [{ type: 'bold' }] }] }] }] })
  })
})

describe('minutes with Word’s own headings', () => {
  it('are parted at them, and their table of actions is read whatever its columns are called', async () => {
    const proposal = await read(STYLED)
    expect(proposal).toMatchObject({ bodyId: 'iq', date: '2016-05-09', time: '14:00', place: 'Committee Room 2', notes: [] })
    expect(proposal.attendance).toEqual([person('Executive Director', 'Council', 'present'), person('Provider director', 'Provider', 'present'), person('Cabinet Member', '', 'apologies')])
    expect(titles(proposal.items)).toEqual(['Welcome', 'Visit plan', 'Any other business'])
    expect(proposal.items[1]?.decisions.map(({ text }) => text)).toEqual(['That every school be visited by July.', 'That the plan be published.', 'That it come back in autumn.'])
    expect(textOf(proposal.items[1]?.document)).toBe('2.1 The provider presented its plan.\nThe Quartet AGREED that every school be visited by July.')
    expect(proposal.items[1]?.actions).toEqual([{ text: 'Publish the plan', owner: 'Provider director', due: '2016-06-10', dueWords: '' }])
    expect(proposal.items[0]?.actions).toEqual([{ text: 'Book a room', owner: '', due: '2016-07-04', dueWords: '' }])
    expect(proposal.otherActions).toEqual([{ text: 'Check the list', owner: 'Data manager', due: null, dueWords: 'end of term' }])
  })

  it.each([
    [['Action', 'Owner', 'Due']],
    [['Due', 'Action', 'Owner']],
    [['Deadline', 'Lead officer', 'Task']],
    [['No.', 'What', 'Who', 'When']],
    [['Person responsible', 'Action required', 'Target date']],
  ])('find the columns %j', async (heading) => {
    const cells = heading.map((words) => (/due|when|dead|date/iu.test(words) ? '1 July 2016' : /owner|lead|who|person/iu.test(words) ? 'Clerk' : /no\./iu.test(words) ? '1' : 'Write'))
    const { items } = await read([{ heading: 'Welcome' }, { table: [heading, cells] }, { heading: 'Close' }])
    expect(items[0]?.actions).toEqual([{ text: 'Write', owner: 'Clerk', due: '2016-07-01', dueWords: '' }])
  })

  it('keep a table of something else as lines, and say so', async () => {
    const { items, notes } = await read([{ heading: 'Posts' }, { table: [['Post', 'Filled'], ['Lead', '3']] }, { heading: 'Close' }])
    expect(textOf(items[0]?.document)).toBe('Post | Filled\nLead | 3')
    expect(notes).toEqual([expect.stringContaining('a row a line')])
  })
})

describe('minutes without any style', () => {
  it('are parted at the numbers that count up, with their decisions and actions', async () => {
    const proposal = await read(PLAIN)
    expect(proposal).toMatchObject({ bodyId: 'cmg', date: '2016-02-22', place: '' })
    expect(proposal.attendance).toEqual([person('Commissioning officer', 'Council', 'present'), person('Provider director', 'Provider', 'present'), person('Data manager', '', 'inAttendance')])
    const [last, posts, concern] = proposal.items
    expect(titles(proposal.items)).toEqual(['Minutes of the last meeting', 'Posts', 'Schools causing concern'])
    expect(last?.decisions).toEqual([])
    expect(posts?.decisions).toEqual([{ text: 'That both be advertised.', reasons: 'The plan needs them.' }])
    expect(posts?.actions).toEqual([
      { text: 'Provider director to advertise both posts by 4 March 2016', owner: 'Provider director', due: '2016-03-04', dueWords: '' },
      { text: 'Send the list of posts [by Easter]', owner: 'Data manager', due: null, dueWords: '' },
    ])
    expect(concern).toMatchObject({ paragraph: 3, publicInterest: 'it would harm recovery.', actions: [{ text: 'write to governors', owner: 'Executive Director', due: '2016-03-11' }] })
    expect(textOf(concern?.document)).toBe('One school was discussed.')
  })

  it('are parted at lines in bold where nothing is numbered', async () => {
    const { items } = await read(['Notes', { bold: 'Welcome:' }, 'Hello.', { bold: 'Close' }, 'Goodbye.'])
    expect(titles(items)).toEqual(['Welcome', 'Close'])
  })

  it('are one item where nothing tells them apart; no word is lost', async () => {
    const { items, date } = await read(['We met and spoke of many things, and of some at length.', 'Nothing was written down in order, because nobody had a pen.'])
    expect([items.length, date]).toEqual([1, null])
    expect(textOf(items[0]?.document)).toContain('nobody had a pen')
  })
})

/** The same file with one of its parts changed. */
async function changed(part: string, change: (xml: string) => string, more: Record<string, Uint8Array> = {}): Promise<Buffer> {
  const parts = unzipSync(await wordFile(STYLED))
  return Buffer.from(zipSync({ ...parts, ...more, [part]: strToU8(change(new TextDecoder().decode(parts[part]))) }))
}

describe('what an officer must know of a file', () => {
  it('is told: tracked changes are read as if accepted, comments stay out', async () => {
    const file = await changed('word/document.xml', (xml) =>
      xml.replace('There was none.</w:t></w:r>', 'There was </w:t></w:r><w:ins w:id="1" w:author="A"><w:r><w:t>much</w:t></w:r></w:ins><w:del w:id="2" w:author="A"><w:r><w:delText>nothing</w:delText></w:r></w:del>'), {
      'word/comments.xml': strToU8('<w:comments xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"><w:comment w:id="0"><w:p><w:r><w:t>secret</w:t></w:r></w:p></w:comment></w:comments>'),
    })
    const { items, notes } = await readMinutesFile(file, BODIES)
    expect(textOf(items[2]?.document)).toMatch(/^There was ?much$/)
    expect(notes).toEqual([expect.stringContaining('tracked changes'), expect.stringContaining('comments')])
    expect(JSON.stringify(items)).not.toContain('secret')
  })
})

describe('files that are refused in words', () => {
  const refused = async (bytes: Buffer) => readMinutesFile(bytes, BODIES).then(() => 'read', (error: unknown) => (error instanceof Error ? error.message : ''))

  it.each([
    ['nothing', Buffer.alloc(0), 'not a Word document'],
    ['text', Buffer.from('Minutes of the meeting'), 'not a Word document'],
    ['a PDF', Buffer.from('%PDF-1.7'), 'PDF'],
    ['an old Word document', Buffer.from('d0cf11e0a1b11ae10000', 'hex'), 'older Word'],
    ['a zip of something else', Buffer.from(zipSync({ 'xl/workbook.xml': strToU8('<x/>') })), 'not a Word document'],
    ['a zip cut short', Buffer.from(zipSync({ 'word/document.xml': strToU8('<x/>') })).subarray(0, 60), 'damaged'],
    ['no XML', Buffer.from(zipSync({ 'word/document.xml': strToU8('hello <') })), 'damaged'],
    ['a file of 31 MB', Buffer.concat([Buffer.from('PK'), Buffer.alloc(31_000_000)]), 'larger than 30 MB'],
    ['a zip that unpacks to 25 MB of text', Buffer.from(zipSync({ 'word/document.xml': new Uint8Array(25_000_000) })), 'far more text'],
  ])('%s', async (_, bytes, words) => expect(await refused(bytes)).toContain(words))

  it('entities that would fill the memory are not expanded', async () => {
    const bomb = '<!DOCTYPE w [<!ENTITY a "aaaaaaaaaa"><!ENTITY b "&a;&a;&a;&a;&a;&a;&a;&a;&a;&a;"><!ENTITY c "&b;&b;&b;&b;&b;&b;&b;&b;&b;&b;">]>'
    const file = await changed('word/document.xml', (xml) => xml.replace(/^<\?xml[^>]*>/u, (head) => `${head}${bomb}`).replace('There was none.', '&c;'))
    expect(await readMinutesFile(file, BODIES).then((proposal) => JSON.stringify(proposal).includes('aaaaaaaaaa'), () => false)).toBe(false)
  })

  it('a document as deep as a well does not take the program down', async () => {
    const deep = 20_000
    const file = await changed('word/document.xml', (xml) => xml.replace('<w:body>', `<w:body>${'<w:sdt><w:sdtContent>'.repeat(deep)}${'</w:sdtContent></w:sdt>'.repeat(deep)}`))
    expect(await refused(file)).toMatch(/damaged|^read$/)
  })
})
