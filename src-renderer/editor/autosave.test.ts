import { describe, expect, it } from 'vitest'
import type { RichText } from '../../src-main/api/richtext.ts'
import { createAutosave } from './autosave.ts'
import { draftsIn } from './drafts.ts'

const words = (text: string): RichText => ({ type: 'doc', content: [{ type: 'paragraph', content: [{ type: 'text', text }] }] })

/** A desk whose core answers only when told to, and whose time passes only when told to. */
function desk(kept: Record<string, string> = {}) {
  const asked: { document: RichText; answer: (savedAt: string) => void; fail: (error: Error) => void }[] = []
  const timers = new Set<{ run: () => void; milliseconds: number }>()
  const storage = {
    getItem: (key: string) => kept[key] ?? null,
    setItem: (key: string, value: string) => void (kept[key] = value),
    removeItem: (key: string) => void Reflect.deleteProperty(kept, key),
  }
  const open = (stored: RichText, savedAt: string | null) =>
    createAutosave('minute 1', { document: stored, savedAt }, {
      keep: (document) => new Promise((resolve, reject) => asked.push({ document, answer: (at) => resolve({ savedAt: at }), fail: reject })),
      drafts: draftsIn(storage),
      explain: (error) => ({ sentence: error instanceof Error ? error.message : '', hopeful: true }),
      now: () => new Date('2016-05-09T14:00:00Z'),
      later: (run, milliseconds) => {
        const timer = { run, milliseconds }
        timers.add(timer)
        return () => timers.delete(timer)
      },
    })
  const pass = (milliseconds: number) => [...timers].filter((timer) => timer.milliseconds <= milliseconds).forEach((timer) => (timers.delete(timer), timer.run()))
  const settle = () => new Promise((resolve) => setImmediate(resolve))
  return { asked, kept, open, pass, settle }
}

describe('createAutosave', () => {
  it('saves at a pause, says so, and forgets the draft once the core has the words', async () => {
    const { asked, kept, open, pass, settle } = desk()
    const saver = open(words(''), null)
    saver.typed(words('Th'))
    saver.typed(words('The'))
    expect(Object.values(kept).join()).toContain('The')
    expect(asked).toHaveLength(0)
    pass(600)
    expect(asked.map((each) => each.document)).toEqual([words('The')])
    asked[0]?.answer('2016-05-09T14:00:01Z')
    await settle()
    expect(saver.state.saved.kind).toBe('saved')
    expect(kept).toEqual({})
  })

  it('never lets a later save overtake an earlier one', async () => {
    const { asked, open, pass, settle } = desk()
    const saver = open(words(''), null)
    saver.typed(words('one'))
    pass(600)
    saver.typed(words('two'))
    pass(600)
    const left = saver.flush()
    expect(asked).toHaveLength(1)
    asked[0]?.answer('2016-05-09T14:00:01Z')
    await settle()
    expect(asked.map((each) => each.document)).toEqual([words('one'), words('two')])
    asked[1]?.answer('2016-05-09T14:00:02Z')
    await left
    expect(saver.state.saved.kind).toBe('saved')
  })

  it('keeps what a failed save could not bring over, says why, and tries again', async () => {
    const { asked, kept, open, pass, settle } = desk()
    const saver = open(words(''), null)
    saver.typed(words('kept'))
    pass(600)
    asked[0]?.fail(new Error('The disk is full. Make room and try again.'))
    await settle()
    expect(saver.state.saved).toEqual({ kind: 'failed', reason: 'The disk is full. Make room and try again' })
    expect(Object.values(kept).join()).toContain('kept')
    pass(4_000)
    expect(asked[1]?.document).toEqual(words('kept'))
    asked[1]?.answer('2016-05-09T14:00:05Z')
    await settle()
    expect(kept).toEqual({})
  })

  it('sends the newest words after a failure, not the ones that failed', async () => {
    const { asked, open, pass, settle } = desk()
    const saver = open(words(''), null)
    saver.typed(words('old'))
    pass(600)
    saver.typed(words('new'))
    asked[0]?.fail(new Error('No.'))
    await settle()
    void saver.flush()
    expect(asked.map((each) => each.document)).toEqual([words('old'), words('new')])
  })

  it('brings words of a closed window back, where the core still has what they were typed on', async () => {
    const { asked, kept, open, settle } = desk()
    open(words('before'), '2016-05-09T13:00:00Z').typed(words('before and after'))
    const again = open(words('before'), '2016-05-09T13:00:00Z')
    expect(again.state.document).toEqual(words('before and after'))
    expect(again.state.broughtBack).not.toBeNull()
    asked[0]?.answer('2016-05-09T14:00:01Z')
    await settle()
    expect(kept).toEqual({})
  })

  it('only offers them where the text has changed since', async () => {
    const { asked, open } = desk()
    open(words('before'), '2016-05-09T13:00:00Z').typed(words('mine'))
    const again = open(words('theirs'), '2016-05-09T13:30:00Z')
    expect(again.state.document).toEqual(words('theirs'))
    expect(again.state.waiting?.document).toEqual(words('mine'))
    expect(asked).toHaveLength(0)
    again.putBack()
    expect(again.state.document).toEqual(words('mine'))
    expect(asked.map((each) => each.document)).toEqual([words('mine')])
  })

  it('takes a broken draft for none', () => {
    const { open } = desk({ 'quartet.draft.minute 1': '{"document":{"type":"doc","content":[{"type":"heading"}]}}' })
    const saver = open(words('stored'), null)
    expect(saver.state.document).toEqual(words('stored'))
    expect(saver.state.waiting).toBeNull()
  })
})
