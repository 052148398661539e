import { createHash } from 'node:crypto'
import { describe, expect, it } from 'vitest'
import mammoth from 'mammoth'
import type { RichText } from '../../api/richtext.ts'
import { addSchools, testCore } from '../../testing.ts'

async function textOf(file: File): Promise<string> {
  return (await mammoth.extractRawText({ buffer: Buffer.from(await file.arrayBuffer()) })).value
}

const withChip: RichText = {
  type: 'doc',
  content: [
    {
      type: 'paragraph',
      content: [
        { type: 'text', text: 'Visits were made to ' },
        { type: 'figure', attrs: { figure: 'visited', group: 'maintained', show: 'percent' } },
        { type: 'text', text: ' of maintained schools.' },
      ],
    },
  ],
}

async function withPaper() {
  const { client, workspace } = testCore()
  addSchools(workspace, [{ urn: '900001' }, { urn: '900002' }, { urn: '900003' }, { urn: '900004', type: 'Academy converter' }])
  const visit = { date: '2016-01-27', visitor: 'District Lead', kind: 'visit', status: 'completed', counts: true, purpose: '', note: '' } as const
  await client.visits.record({ urn: '900001', ...visit })
  await client.visits.record({ urn: '900002', ...visit })
  const { id } = await client.papers.create({ meetingDate: '2016-06-21', asAt: '2016-06-21' })
  const section = (await client.papers.get({ id })).sections.find(({ key }) => key === 'done')
  await client.papers.saveSection({ sectionId: section?.id ?? '', document: withChip })
  return { client, id, visit }
}

describe('the audit committee paper', () => {
  it('prints live figures of the records in its sentences and its table', async () => {
    const { client, id, visit } = await withPaper()
    expect(await textOf(await client.papers.word({ id }))).toContain('Visits were made to 67% of maintained schools.')
    await client.visits.record({ urn: '900003', ...visit })
    const text = await textOf(await client.papers.word({ id }))
    expect(text).toContain('Visits were made to 100% of maintained schools.')
    expect(text).toMatch(/Maintained schools visited\s+3\s+3\s+100%\s+21 June 2016/)
  })

  it('is frozen when issued: figures, bytes and hash', async () => {
    const { client, id, visit } = await withPaper()
    const { sha256, transactionId } = await client.papers.issue({ id, issuedOn: '2016-06-13' })
    await client.visits.record({ urn: '900003', ...visit })
    const paper = await client.papers.get({ id })
    expect(paper).toMatchObject({ state: 'issued', issuedOn: '2016-06-13', sha256 })
    expect(paper.figures.find((f) => f.id === 'visited' && f.group === 'maintained')).toMatchObject({ numerator: 2, numeratorUrns: ['900001', '900002'] })
    const file = await client.papers.word({ id })
    expect(createHash('sha256').update(Buffer.from(await file.arrayBuffer())).digest('hex')).toBe(sha256)

    const [section] = paper.sections
    await expect(client.papers.saveSection({ sectionId: section?.id ?? '', document: withChip })).rejects.toThrow('can no longer be changed')
    await expect(client.papers.issue({ id, issuedOn: '2016-06-14' })).rejects.toThrow('issued already')
    await expect(client.papers.delete({ id })).rejects.toThrow('never deleted')
    await expect(client.history.undo({ transactionId })).rejects.toThrow('so this cannot be undone')
    expect(await client.history.verify()).toMatchObject({ ok: true })
  })

  it('is superseded by the next issue of a draft made from it', async () => {
    const { client, id } = await withPaper()
    await client.papers.issue({ id, issuedOn: '2016-06-13' })
    const revised = await client.papers.revise({ id })
    expect((await client.papers.get({ id: revised.id })).sections.map(({ document }) => document)).toEqual((await client.papers.get({ id })).sections.map(({ document }) => document))
    await client.papers.issue({ id: revised.id, issuedOn: '2016-06-14' })
    expect((await client.papers.list()).map(({ state }) => state).sort()).toEqual(['issued', 'superseded'])
  })

  it('carries hostile words without harm', async () => {
    const { client, id } = await withPaper()
    const [section] = (await client.papers.get({ id })).sections
    const document: RichText = { type: 'doc', content: [{ type: 'paragraph', content: [{ type: 'text', text: 'a\u0000\u202E\uFFFF\uD800 <w:p/> & b' }] }] }
    await client.papers.saveSection({ sectionId: section?.id ?? '', document })
    expect(await textOf(await client.papers.word({ id }))).toContain('a\uFFFD <w:p/> & b')
  })
})

describe('the preview', () => {
  it('is drawn from what Word is made of, with words that are not saved yet', async () => {
    const { client, id } = await withPaper()
    const section = (await client.papers.get({ id })).sections.find(({ key }) => key === 'done')
    const typed: RichText = { type: 'doc', content: [{ type: 'paragraph', content: [{ type: 'text', text: 'The CMG met. The CMG meets termly.' }] }] }
    const { blocks, classification } = await client.papers.preview({ id, words: [{ sectionId: section?.id ?? '', document: typed }] })
    expect(classification).toBe('PUBLIC')
    expect(JSON.stringify(blocks)).toContain('The Contract Management Group (CMG) met. The CMG meets termly.')
    expect(blocks.filter((block) => block.kind === 'table')).toHaveLength(2)
    expect(await textOf(await client.papers.word({ id }))).toContain('Visits were made to 67%')
  })
})
