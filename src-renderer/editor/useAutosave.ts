import { useEventListener } from '@vueuse/core'
import { onBeforeUnmount, shallowReactive } from 'vue'
import type { RichText } from '../../src-main/api/richtext.ts'
import { isRefusal, sentenceOf } from '../client/refusal.ts'
import { createAutosave, type Autosave } from './autosave.ts'
import { draftsIn } from './drafts.ts'

// One saver a text, for as long as the window is open: coming back to an item before its save is answered finds the
// same saver, with the words as typed, and not an older answer of the core.
const savers = shallowReactive(new Map<string, Autosave>())

/**
 * The saver of a text. Whatever ends the writing saves at once: another page, another window, the lid of the laptop.
 *
 * @param key names the text, as in `minute 0190…`
 * @param stored what the core has
 * @param keep gives a document to the core
 */
export function useAutosave(
  key: string,
  stored: { document: RichText; savedAt: string | null },
  keep: (document: RichText) => Promise<{ savedAt: string }>,
): Autosave {
  const saver = saverOf(key, stored, keep)
  const flush = () => void saver.flush()
  useEventListener(window, 'pagehide', flush)
  useEventListener(window, 'blur', flush)
  useEventListener(document, 'visibilitychange', () => document.visibilityState === 'hidden' && flush())
  onBeforeUnmount(flush)
  return saver
}

/** The saver of a text that has been opened, to show elsewhere how it stands. */
export function knownSaver(key: string): Autosave | undefined {
  return savers.get(key)
}

/** The words of a text as they stand on screen, whether the core has them yet or not. */
export function wordsAsTyped(key: string, stored: RichText): RichText {
  return savers.get(key)?.state.document ?? stored
}

function saverOf(
  key: string,
  stored: { document: RichText; savedAt: string | null },
  keep: (document: RichText) => Promise<{ savedAt: string }>,
): Autosave {
  const known = savers.get(key)
  if (known && !isNewer(stored.savedAt, known)) return known
  const saver = createAutosave(key, stored, {
    keep,
    drafts: draftsIn(window.localStorage),
    explain: (error) => ({ sentence: sentenceOf(error), hopeful: !isRefusal(error) }),
    now: () => new Date(),
    later: (run, milliseconds) => {
      const timer = setTimeout(run, milliseconds)
      return () => clearTimeout(timer)
    },
  })
  savers.set(key, saver)
  return saver
}

/** The core has something that this window has not sent: the text was changed another way. */
function isNewer(savedAt: string | null, known: Autosave): boolean {
  const keptAt = known.keptAt()
  return known.state.saved.kind !== 'saving' && known.state.saved.kind !== 'failed' && savedAt !== null && (keptAt === null || savedAt > keptAt)
}
