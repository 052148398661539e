import { describe, expect, it } from 'vitest'
import { addSchools, testCore } from '../../testing.ts'

async function core() {
  const made = testCore()
  addSchools(made.workspace, [{ urn: '900001', name: 'Beacon Rise Primary' }])
  const categories = await made.client.concerns.categories()
  const idOf = (name: string) => categories.find((category) => category.name === name)?.id ?? ''
  return { ...made, idOf }
}

const entry = { urn: '900001', decidedOn: '2016-03-14', from: '2016-03-14', guidance: 'Schools causing concern, January 2015', source: 'Minutes of the DSG', decidedBy: 'Assistant Director, Education' }

describe('concern about a school', () => {
  it('is a dated segment, exempt by default, told on the school’s page and its story', async () => {
    const { client, idOf } = await core()
    const { id } = await client.concerns.record({ ...entry, categoryId: idOf('Special measures') })
    expect(await client.concerns.list({ urn: '900001' })).toMatchObject([{ category: 'Special measures', statutory: true, exempt: true, paragraph: 3, current: true, to: null }])
    expect((await client.schools.list({})).rows[0]?.concern).toEqual({ category: 'Special measures', exempt: true })
    await client.concerns.end({ id, on: '2016-05-31' })
    // To end it again would make it longer, perhaps into another one of its category.
    await expect(client.concerns.end({ id, on: '2016-06-30' })).rejects.toThrow('The concern ended on 31 May 2016 already.')
    expect((await client.concerns.list({ urn: '900001', asAt: '2016-05-31' }))[0]?.current).toBe(true)
    expect((await client.concerns.list({ urn: '900001' }))[0]).toMatchObject({ current: false, to: '2016-05-31' })
    expect((await client.schools.list({})).rows[0]?.concern).toBeNull()
    expect((await client.schools.get({ urn: '900001' })).story.filter(({ kind }) => kind === 'concern').map(({ date, title, detail }) => [date, title, detail])).toEqual([
      ['2016-05-31', 'Concern ended: Special measures', 'Exempt by default'],
      ['2016-03-14', 'Concern: Special measures', 'Assistant Director, Education. Exempt by default'],
    ])
    expect(await client.history.verify()).toMatchObject({ ok: true })
  })

  it('is never told by its category in what was done, which is read on Today and when it is undone', async () => {
    const { client, idOf } = await core()
    const recorded = await client.concerns.record({ ...entry, categoryId: idOf('Special measures') })
    const edited = await client.concerns.edit({ ...entry, id: recorded.id, categoryId: idOf('Vulnerable') })
    const ended = await client.concerns.end({ id: recorded.id, on: '2016-05-31' })
    const deleted = await client.concerns.delete({ id: recorded.id })
    const undone = await client.history.undo({ transactionId: deleted.transactionId })
    const said = [recorded, edited, ended, deleted, undone].map(({ sentence }) => sentence)
    expect(said).toEqual([
      'Concern recorded for Beacon Rise Primary from 14 March 2016',
      'Concern about Beacon Rise Primary changed',
      'Concern about Beacon Rise Primary ended on 31 May 2016',
      'Concern about Beacon Rise Primary deleted',
      'Undone. “Concern about Beacon Rise Primary deleted” was taken back.',
    ])
    const lines = (await client.history.list({})).map(({ summary }) => summary)
    expect(lines.join('\n')).toContain('Concern about Beacon Rise Primary ended')
    for (const { name } of await client.concerns.categories()) expect(lines.join('\n')).not.toContain(name)
  })

  it('is refused in a category that did not exist on the day of the decision, with the day from which it does', async () => {
    const { client, idOf } = await core()
    await expect(client.concerns.record({ ...entry, categoryId: idOf('Coasting') })).rejects.toThrow('“Coasting” exists only from 1 April 2016, and the decision is dated 14 March 2016.')
    expect(await client.concerns.list({ urn: '900001' })).toEqual([])
    await client.concerns.record({ ...entry, categoryId: idOf('Coasting'), decidedOn: '2016-04-01', from: '2016-04-01' })
    expect(await client.concerns.list({ urn: '900001' })).toHaveLength(1)
  })

  it.each([
    [{ to: '2016-03-01' }, 'before it begins'],
    [{ paragraph: null }, 'which paragraph of Schedule 12A'],
    [{ urn: '999999' }, 'no school with URN 999999'],
  ])('is refused for %j with a sentence', async (change, sentence) => {
    const { client, idOf } = await core()
    await expect(client.concerns.record({ ...entry, categoryId: idOf('Vulnerable'), ...change })).rejects.toThrow(sentence)
  })

  it('does not stand twice in one category at one time', async () => {
    const { client, idOf } = await core()
    const { id } = await client.concerns.record({ ...entry, categoryId: idOf('Vulnerable') })
    await expect(client.concerns.record({ ...entry, categoryId: idOf('Vulnerable'), from: '2016-04-01' })).rejects.toThrow('from 14 March 2016 already')
    await client.concerns.edit({ ...entry, id, categoryId: idOf('Vulnerable'), exempt: false })
    expect(await client.concerns.list({ urn: '900001' })).toMatchObject([{ exempt: false, paragraph: null }])
    const { transactionId } = await client.concerns.delete({ id })
    await client.history.undo({ transactionId })
    expect(await client.concerns.list({ urn: '900001' })).toHaveLength(1)
  })
})

describe('categories of concern', () => {
  it('are the officer’s to edit; one that is used is kept', async () => {
    const { client, idOf } = await core()
    await client.concerns.record({ ...entry, categoryId: idOf('Vulnerable') })
    await expect(client.concerns.deleteCategory({ id: idOf('Vulnerable') })).rejects.toThrow('1 concern stands on this category')
    await client.concerns.deleteCategory({ id: idOf('Coasting') })
    expect((await client.concerns.categories()).map(({ name }) => name)).not.toContain('Coasting')
    await client.concerns.addUsualCategories()
    expect((await client.concerns.categories()).map(({ name }) => name)).toContain('Coasting')
    await expect(client.concerns.addUsualCategories()).rejects.toThrow('all there already')
    const own = { name: 'Watching brief', statutory: false, from: '2016-01-01', to: null, source: 'Council' }
    const { id } = await client.concerns.addCategory(own)
    await expect(client.concerns.changeCategory({ ...own, id, to: '2015-12-31' })).rejects.toThrow('before it begins')
    await client.concerns.changeCategory({ ...own, id, to: '2016-02-28' })
    await expect(client.concerns.record({ ...entry, categoryId: id })).rejects.toThrow('existed until 28 February 2016')
  })
})
