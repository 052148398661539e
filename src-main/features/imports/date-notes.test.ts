import { describe, expect, it } from 'vitest'
import { statement } from '../../database/index.ts'
import { testCore, type TestCore } from '../../testing.ts'
import { bringIn, preview, textFile } from './testing.ts'

const file = (schoolName: string, name: string, la = '330') =>
  textFile(`URN,LA (code),EstablishmentName,EstablishmentStatus (name),TypeOfEstablishment (name)\n103120,${la},${schoolName},Open,Community school\n`, name)

const nameOf = ({ workspace }: TestCore) => statement<{ name: string }>(workspace.read, 'SELECT name FROM schools').get()?.name

async function dayNotes(core: TestCore, of: File, asked: Parameters<typeof preview>[2] = {}): Promise<string[]> {
  return (await preview(core, of, asked)).notes.filter((note) => /is here already|today is/.test(note))
}

describe('two register files of one day', () => {
  it('are told of in the preview, and the one imported later holds, whichever it is', async () => {
    const core = testCore()
    const [first, second] = [file('Ashfold', 'gias 2016-05-02.csv'), file('Ashfold Primary', 'mended 2016-05-02.csv')]
    expect(await dayNotes(core, first)).toEqual([])
    await bringIn(core, first)
    expect(await dayNotes(core, second)).toEqual([
      'A register file of 2 May 2016 is here already: gias 2016-05-02.csv, imported on 14 June 2016 by Committee officer. Where the two differ, this one will hold.',
    ])
    await bringIn(core, second)
    expect(nameOf(core)).toBe('Ashfold Primary')
    expect(await dayNotes(core, first)).toHaveLength(1)
    await bringIn(core, first)
    expect(nameOf(core)).toBe('Ashfold')
  })

  it('are not told of where they are one file, speak of other authorities, or where the other was undone', async () => {
    const core = testCore()
    const first = file('Ashfold', 'gias 2016-05-02.csv')
    const { transactionId } = await bringIn(core, first, { la: '330' })
    expect(await dayNotes(core, first)).toEqual([])
    expect(await dayNotes(core, file('Barlow', 'other 2016-05-02.csv', '331'), { la: '331' })).toEqual([])
    expect(await dayNotes(core, file('Ashfold', 'later 2016-05-03.csv'))).toEqual([])
    expect(await dayNotes(core, file('Barlow', 'whole 2016-05-02.csv'))).toHaveLength(1)
    await core.client.history.undo({ transactionId: transactionId ?? '' })
    expect(await dayNotes(core, file('Barlow', 'whole 2016-05-02.csv'))).toEqual([])
  })

  it('are told of for files of inspection outcomes as well', async () => {
    const core = testCore()
    await bringIn(core, file('Ashfold', 'gias 2016-05-02.csv'))
    const outcomes = (rating: number) => textFile(`URN,Inspection start date,Overall effectiveness\n103120,10/03/2015,${rating}\n`, `ofsted ${rating} 2016-05-31.csv`)
    await bringIn(core, outcomes(2), { kind: 'outcomes' })
    expect(await dayNotes(core, outcomes(3), { kind: 'outcomes' })).toEqual([
      'A file of inspection outcomes of 31 May 2016 is here already: ofsted 2 2016-05-31.csv, imported on 14 June 2016 by Committee officer. Where the two differ, this one will hold.',
    ])
    const done = await bringIn(core, outcomes(3), { kind: 'outcomes' })
    expect(done.changed).toBe(1)
  })
})

describe('a file of a day that has yet to come', () => {
  it('is remarked on, whether its name or the officer says the day', async () => {
    const core = testCore()
    const ahead = 'This file is dated 2 May 2036, and today is 14 June 2016. What it says of dated facts holds only from 2 May 2036. If that is not the day it describes, choose the file again with its date.'
    expect(await dayNotes(core, file('Ashfold', 'gias 2036-05-02.csv'))).toEqual([ahead])
    expect(await dayNotes(core, file('Ashfold', 'gias.csv'), { date: '2036-05-02' })).toEqual([ahead])
    expect(await dayNotes(core, file('Ashfold', 'gias 2016-06-14.csv'))).toEqual([])
    expect(await dayNotes(core, file('Ashfold', 'gias 2036-05-02.csv'), { date: '2016-05-02' })).toEqual([])
  })
})
