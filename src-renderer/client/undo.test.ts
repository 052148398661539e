import { describe, expect, it } from 'vitest'
import { createUndo, GOES_ALONG_FOR, SHOWN_FOR, type Change } from './undo.ts'

function undoWith(takeBack: (transactionId: string) => Promise<Change>) {
  const waiting = new Map<() => void, number>()
  const undo = createUndo(
    takeBack,
    (error) => (error instanceof Error ? error.message : ''),
    (run, milliseconds) => {
      waiting.set(run, milliseconds)
      return () => waiting.delete(run)
    },
  )
  return { ...undo, passTime: (most = Infinity) => [...waiting].forEach(([run, milliseconds]) => milliseconds <= most && run()), waiting }
}

const undone = async (transactionId: string): Promise<Change> => ({ sentence: `Undone ${transactionId}`, transactionId: `u${transactionId}` })

describe('createUndo', () => {
  it('offers the latest change, then takes them back one after the other', async () => {
    const asked: string[] = []
    const { announce, undo, state } = undoWith(async (id) => {
      asked.push(id)
      return undone(id)
    })
    announce({ sentence: 'Visit recorded', transactionId: '1' })
    announce({ sentence: 'Visit deleted', transactionId: '2' })
    expect(state).toMatchObject({ sentence: 'Visit deleted', canUndo: true })
    expect(await undo()).toBe(true)
    expect(state).toMatchObject({ sentence: 'Undone 2', canUndo: false, undoing: false })
    await undo()
    expect(asked).toEqual(['2', '1'])
    expect(await undo()).toBe(false)
  })

  it('offers no undo of what was done for good, and still takes back what came before it', async () => {
    const { announce, announceFinal, undo, state } = undoWith(undone)
    announce({ sentence: 'Visit recorded', transactionId: '1' })
    announceFinal({ sentence: 'Paper issued', transactionId: '2' })
    expect(state).toMatchObject({ sentence: 'Paper issued', canUndo: false })
    expect(await undo()).toBe(true)
    expect(state.sentence).toBe('Undone 1')
  })

  it('says why a change cannot be taken back, and keeps it', async () => {
    let refusing = true
    const { announce, undo, state } = undoWith(async (id) => {
      if (refusing) throw new Error('A later import changed this school.')
      return undone(id)
    })
    announce({ sentence: 'District changed', transactionId: '1' })
    expect(await undo()).toBe(false)
    expect(state).toMatchObject({ sentence: 'A later import changed this school.', canUndo: false, undoing: false })
    refusing = false
    expect(await undo()).toBe(true)
  })

  it('does not ask twice while the first answer is on its way', async () => {
    let asked = 0
    const { announce, undo } = undoWith(async (id) => {
      asked += 1
      return undone(id)
    })
    announce({ sentence: 'Visit recorded', transactionId: '1' })
    announce({ sentence: 'Visit deleted', transactionId: '2' })
    await Promise.all([undo(), undo()])
    expect(asked).toBe(1)
  })

  it('goes away by itself, but the change can still be taken back', async () => {
    const { announce, undo, passTime, state, waiting } = undoWith(undone)
    announce({ sentence: 'Visit recorded', transactionId: '1' })
    announce({ sentence: 'Visit deleted', transactionId: '2' })
    expect([...waiting.values()].sort()).toEqual([GOES_ALONG_FOR, SHOWN_FOR])
    passTime()
    expect(state.sentence).toBe('')
    expect(await undo()).toBe(true)
  })

  it('stays while it is held, and its time begins anew after that', () => {
    const { announce, hold, passTime, state } = undoWith(undone)
    announce({ sentence: 'Visit recorded', transactionId: '1' })
    hold(true)
    passTime()
    expect(state.sentence).toBe('Visit recorded')
    announce({ sentence: 'Visit deleted', transactionId: '2' })
    passTime()
    expect(state.sentence).toBe('Visit deleted')
    hold(false)
    passTime()
    expect(state.sentence).toBe('')
  })

  it('leaves with the page, but goes along where the change itself led to another', () => {
    const { announce, leavePage, passTime, state } = undoWith(undone)
    announce({ sentence: 'Meeting deleted', transactionId: '1' })
    leavePage()
    expect(state.sentence).toBe('Meeting deleted')
    passTime(GOES_ALONG_FOR)
    leavePage()
    expect(state.sentence).toBe('')
  })

  it('forgets everything with the workspace', async () => {
    const { announce, undo, forget, state } = undoWith(undone)
    announce({ sentence: 'Visit deleted', transactionId: '2' })
    forget()
    expect(state.sentence).toBe('')
    expect(await undo()).toBe(false)
  })
})
