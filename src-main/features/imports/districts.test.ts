import { describe, expect, it } from 'vitest'
import { statement, verify } from '../../database/index.ts'
import { addSchools, testCore, type TestCore } from '../../testing.ts'
import { bringIn, counts, fixture, preview, realFile, realFilesHere, textFile } from './testing.ts'

const HEAD = 'URN,School name,Postcode,Parliamentary constituency'

function coreWithSchools(): TestCore {
  const core = testCore()
  addSchools(core.workspace, [
    { urn: '900001', name: 'Ashfold Primary' },
    { urn: '900002', name: 'Barlow Academy', type: 'Academy converter', district: 'Yardley' },
    { urn: '900003', name: 'Crane Primary' },
    { urn: '900004', name: 'Dell House', type: 'Other independent school' },
    { urn: '900005', name: 'Elm Primary', status: 'Closed', closeDate: '2015-12-31' },
  ])
  return core
}

const district = async ({ client }: TestCore, urn: string) => (await client.schools.get({ urn })).facts.filter(({ fact }) => fact === 'district').map(({ value, validFrom, validTo }) => [value, validFrom, validTo])

describe('districts', () => {
  it('come by name of column, spelled as the workspace spells them, from the contract’s start', async () => {
    const core = coreWithSchools()
    const file = textFile([HEAD, '900001,Ashfold Primary,B1 1AA,"Birmingham, Yardley"', '900002,Barlow,,Birmingham Yardley', '900003,Crane,,Meriden'].join('\n'))
    const done = await bringIn(core, file, { kind: 'districts' })
    expect(counts(done)).toMatchObject({ rows: 3, added: 2, changed: 0, unchanged: 1, refusedCount: 0 })
    expect(done.fileDate).toBe('2015-09-01')
    expect(done.notes).toEqual(['A district that this workspace did not have: Meriden.'])
    expect(done.examples[0]?.fields).toEqual([{ field: 'District', before: '', after: 'Yardley' }, { field: 'From', before: '', after: '1 September 2015' }])
    expect(await district(core, '900001')).toEqual([['Yardley', '2015-09-01', null]])
    expect(await district(core, '900003')).toEqual([['Meriden', '2015-09-01', null]])
    expect(counts(await bringIn(core, file, { kind: 'districts' }))).toMatchObject({ added: 0, changed: 0, unchanged: 3 })
    expect(verify(core.workspace.read).ok).toBe(true)
  })

  it('change what is recorded from a date on, and keep what was so before and what is said of later days', async () => {
    const core = coreWithSchools()
    await core.client.schools.setDistrict({ urn: '900002', district: 'Erdington', from: '2016-05-01' })
    const asked = { kind: 'districts', date: '2016-01-01' } as const
    const shown = await preview(core, textFile('URN;District\n900002;Hall Green\n'), asked)
    expect(shown.examples[0]).toMatchObject({ change: 'changed', fields: [{ field: 'District from 1 January 2016', before: 'Yardley', after: 'Hall Green' }] })
    const done = await bringIn(core, textFile('URN;District\n900002;Hall Green\n'), asked)
    expect(done.fileDateFrom).toBe('as given')
    expect(await district(core, '900002')).toEqual([['Yardley', '2015-04-01', '2015-12-31'], ['Hall Green', '2016-01-01', '2016-04-30'], ['Erdington', '2016-05-01', null]])
    await core.client.history.undo({ transactionId: done.transactionId ?? '' })
    expect(await district(core, '900002')).toEqual([['Yardley', '2015-04-01', '2016-04-30'], ['Erdington', '2016-05-01', null]])
    expect(verify(core.workspace.read).ok).toBe(true)
  })

  it('may say in each row since when', async () => {
    const core = coreWithSchools()
    await bringIn(core, textFile('URN,District,From\n900001,Yardley,01/04/2016\n900003,Yardley,\n'), { kind: 'districts', date: '2016-02-01' })
    expect([await district(core, '900001'), await district(core, '900003')]).toEqual([[['Yardley', '2016-04-01', null]], [['Yardley', '2016-02-01', null]]])
  })

  it('are refused row by row', async () => {
    const core = coreWithSchools()
    const done = await bringIn(core, textFile('URN,District\n900001,Yardley\n900001,Erdington\n900003,\n900009,Yardley\n9,Yardley\n'), { kind: 'districts' })
    expect(done.refused.map(({ line, reason }) => `${line} ${reason}`)).toEqual([
      '3 URN 900001 stands on line 2 already. Only its first row is taken.',
      '4 The district is blank.',
      '5 URN 900009 is not in the register. Import the register that holds it first.',
      '6 The URN "9" is not six digits.',
    ])
  })

  it('that are missing are counted, and not guessed', async () => {
    const core = coreWithSchools()
    const shown = await preview(core, textFile('URN,District\n900002,Erdington\n900004,Erdington\n'), { kind: 'districts' })
    expect(shown.notes).toContain('With this file, 2 maintained schools and academies that are open on 14 June 2016 will have no district. They are under Schools, “No district”; none is guessed.')
    const done = await bringIn(core, textFile('URN,District\n900001,Erdington\n900003,Erdington\n'), { kind: 'districts' })
    expect(done.notes).toEqual(['A district that this workspace did not have: Erdington.'])
    expect((await core.client.schools.list({ filter: { open: true, group: ['maintained', 'academy'], district: [null] } })).total).toBe(0)
  })

  it('stay through a later register', async () => {
    const core = testCore('2025-02-03')
    await bringIn(core, fixture('birmingham-2024-10-28.csv'))
    const urns = statement<{ urn: string }>(core.workspace.read, 'SELECT urn FROM schools').all().map(({ urn }) => urn)
    await bringIn(core, textFile(['URN,District', ...urns.map((urn) => `${urn},Ladywood`)].join('\n')), { kind: 'districts' })
    const facts = () => statement(core.workspace.read, "SELECT * FROM school_facts WHERE fact = 'district' ORDER BY id").all()
    const before = facts()
    await bringIn(core, fixture('birmingham-2025-01-21.csv'))
    expect(before).toHaveLength(urns.length)
    expect(facts()).toEqual(before)
  })

  it.runIf(realFilesHere)('come whole from the real file', async () => {
    const core = testCore('2025-02-03')
    await bringIn(core, realFile('gias-birmingham-2024-10-28.csv'))
    const done = await bringIn(core, realFile('birmingham-urn-to-district.csv'), { kind: 'districts' })
    expect(counts(done)).toMatchObject({ rows: 445, added: 445, refusedCount: 0 })
    const { districts } = await core.client.schools.facets()
    expect(districts.map(({ value }) => value)).toEqual(['Edgbaston', 'Erdington', 'Hall Green', 'Hodge Hill', 'Ladywood', 'Meriden', 'Northfield', 'Perry Barr', 'Selly Oak', 'Sutton Coldfield', 'Yardley', null])
    expect(done.notes.at(-1)).toMatch(/^With this file, \d+ maintained schools and academies that are open on 3 February 2025 will have no district\./)
    await bringIn(core, realFile('gias-birmingham-2025-01-21.csv'))
    expect((await core.client.schools.facets()).districts.filter(({ value }) => value !== null)).toEqual(districts.filter(({ value }) => value !== null))
  })
})
