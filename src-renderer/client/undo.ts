import { reactive, readonly } from 'vue'

/** What the core answers to every change. */
export interface Change {
  sentence: string
  transactionId: string
}

/** How long the bar stays; Ctrl+Z goes on working after it. */
const SHOWN_FOR = 30_000

/**
 * The changes of this sitting, so that each can be taken back, the latest first.
 *
 * @param takeBack asks the core to undo one transaction; a refusal of it becomes the sentence of the bar
 * @param later runs something after some milliseconds and answers how to call that off
 */
export function createUndo(
  takeBack: (transactionId: string) => Promise<Change>,
  sentenceOf: (error: unknown) => string,
  later: (run: () => void, milliseconds: number) => () => void,
) {
  const state = reactive({ sentence: '', canUndo: false, undoing: false })
  const done: string[] = []
  let callOff = () => {}

  function show(sentence: string, canUndo: boolean) {
    callOff()
    Object.assign(state, { sentence, canUndo })
    callOff = later(dismiss, SHOWN_FOR)
  }

  function dismiss() {
    callOff()
    Object.assign(state, { sentence: '', canUndo: false })
  }

  function announce(change: Change) {
    done.push(change.transactionId)
    show(change.sentence, true)
  }

  /** Takes back the latest change that has not been taken back. */
  async function undo(): Promise<boolean> {
    const transactionId = done.at(-1)
    if (transactionId === undefined || state.undoing) return false
    state.undoing = true
    try {
      const { sentence } = await takeBack(transactionId)
      done.splice(done.lastIndexOf(transactionId), 1)
      show(sentence, false)
      return true
    } catch (error) {
      show(sentenceOf(error), false)
      return false
    } finally {
      state.undoing = false
    }
  }

  /** Another workspace has other changes. */
  function forget() {
    done.length = 0
    dismiss()
  }

  return { state: readonly(state), announce, undo, dismiss, forget }
}
