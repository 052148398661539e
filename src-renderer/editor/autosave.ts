import { reactive } from 'vue'
import type { RichText } from '../../src-main/api/richtext.ts'
import type { SavedState } from '../ui/shapes.ts'
import { timeOf } from '../words/dates.ts'
import type { Drafts } from './drafts.ts'
import { sameRichText } from './richTextOf.ts'

/** A pause in typing, in milliseconds, after which the words go to the core. */
export const PAUSE = 600

/** How long to wait before asking again a core that did not answer. */
const AGAIN = 4_000

/** What autosaving needs of the world around it. */
export interface Saving {
  /** Gives the words to the core, which answers when it kept them. */
  keep: (document: RichText) => Promise<{ savedAt: string }>
  drafts: Drafts
  /** The sentence for a failure, and whether asking again by itself has any sense. */
  explain: (error: unknown) => { sentence: string; hopeful: boolean }
  now: () => Date
  /** Runs something after some milliseconds and answers how to call that off. */
  later: (run: () => void, milliseconds: number) => () => void
}

/** One text on its way into the core. */
export interface Autosave {
  /** For UiSaved, and for a notice where words of an earlier sitting wait. */
  readonly state: { saved: SavedState; document: RichText; waiting: { document: RichText; typedAt: string } | null; broughtBack: string | null }
  /** The editor's document after a change. */
  typed: (document: RichText) => void
  /** Saves at once what is not saved yet: leaving the box, the page, the window. */
  flush: () => Promise<void>
  /** When the core last kept this text, as far as this window knows. */
  keptAt: () => string | null
  /** Puts back, or throws away, the waiting words. The editor must then show `state.document`. */
  putBack: () => void
  discard: () => void
}

/**
 * Keeps one text as it is typed. Saves of one text follow each other and never overtake; every key is kept on the
 * laptop until the core has it. Words left over from an earlier sitting come back by themselves where the core still
 * has what they were typed on, and are offered where it has something else by now.
 *
 * @param key names the text among the drafts
 * @param stored what the core has: its document and when it was kept
 */
export function createAutosave(key: string, stored: { document: RichText; savedAt: string | null }, saving: Saving): Autosave {
  const state: Autosave['state'] = reactive({ saved: { kind: 'untouched' }, document: stored.document, waiting: null, broughtBack: null })
  let basedOn = stored.savedAt
  let unsaved: RichText | null = null
  let sending: Promise<void> | null = null
  let callOff = () => {}

  const left = saving.drafts.read(key)
  if (left && sameRichText(left.document, stored.document)) saving.drafts.remove(key)
  else if (left && left.basedOn === basedOn) bringBack(left)
  else if (left) state.waiting = { document: left.document, typedAt: left.typedAt }

  function bringBack(words: { document: RichText; typedAt: string }) {
    state.document = words.document
    state.broughtBack = timeOf(words.typedAt)
    unsaved = words.document
    void flush()
  }

  function typed(document: RichText) {
    state.document = document
    unsaved = document
    if (state.waiting === null) saving.drafts.write(key, { document, basedOn, typedAt: saving.now().toISOString() })
    if (state.saved.kind !== 'failed') state.saved = { kind: 'saving' }
    callOff()
    callOff = saving.later(() => void flush(), PAUSE)
  }

  async function flush(): Promise<void> {
    callOff()
    if (sending) return sending
    if (unsaved === null) return
    sending = send()
    await sending
  }

  /** Goes on until there is nothing newer: whoever waits for a flush has everything saved, or the failure on screen. */
  async function send(): Promise<void> {
    while (unsaved !== null) {
      const document: RichText = unsaved
      unsaved = null
      state.saved = { kind: 'saving' }
      try {
        const { savedAt } = await saving.keep(document)
        basedOn = savedAt
        state.saved = { kind: 'saved', at: timeOf(savedAt) }
        if (unsaved === null && state.waiting === null) saving.drafts.remove(key)
      } catch (error) {
        unsaved ??= document
        failed(error)
        break
      }
    }
    sending = null
  }

  function failed(error: unknown) {
    const { sentence, hopeful } = saving.explain(error)
    state.saved = { kind: 'failed', reason: sentence.replace(/\.$/, '') }
    callOff()
    if (hopeful) callOff = saving.later(() => void flush(), AGAIN)
  }

  function putBack() {
    const words = state.waiting
    state.waiting = null
    if (words) bringBack(words)
  }

  function discard() {
    state.waiting = null
    saving.drafts.remove(key)
  }

  return { state, typed, flush, putBack, discard, keptAt: () => basedOn }
}
