import { reactive, readonly } from 'vue'

/** What the core answers to every change. */
export interface Change {
  sentence: string
  transactionId: string
}

/** How long the bar stays unless it is held; Ctrl+Z goes on working after it. */
export const SHOWN_FOR = 8_000
/** What was said this shortly before another page opens is about the way there, as when a meeting is deleted on its own page. */
export const GOES_ALONG_FOR = 1_500

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
  let callOffFresh = () => {}
  let held = false
  let fresh = false

  function show(sentence: string, canUndo: boolean) {
    Object.assign(state, { sentence, canUndo })
    fresh = true
    callOffFresh()
    callOffFresh = later(() => (fresh = false), GOES_ALONG_FOR)
    wait()
  }

  function wait() {
    callOff()
    callOff = held || state.sentence === '' ? () => {} : later(dismiss, SHOWN_FOR)
  }

  /** While the pointer or the focus is on the bar it stays; its time begins anew when both have left. */
  function hold(on: boolean) {
    if (held === on) return
    held = on
    wait()
  }

  /** Another page opens: what was said on the last one is not about this one. */
  function leavePage() {
    if (!fresh) dismiss()
  }

  function dismiss() {
    callOff()
    held = false
    Object.assign(state, { sentence: '', canUndo: false })
  }

  function announce(change: Change) {
    done.push(change.transactionId)
    show(change.sentence, true)
  }

  /** Says what was done for good: it stands in the way of no undo of what came before it. */
  function announceFinal({ sentence }: Change) {
    show(sentence, false)
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

  return { state: readonly(state), announce, announceFinal, undo, dismiss, hold, leavePage, forget }
}
