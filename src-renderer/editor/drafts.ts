import { z } from 'zod'
import { richText } from '../../src-main/api/richtext.ts'
import type { RichText } from '../../src-main/api/richtext.ts'

const draft = z.object({
  document: richText,
  /** What the core had kept when this was typed, so that a later change by another way is seen. */
  basedOn: z.string().nullable(),
  /** ISO moment of the last key. */
  typedAt: z.string(),
})

/** Words that the core does not have yet. */
export interface Draft {
  document: RichText
  basedOn: string | null
  typedAt: string
}

/** Where unsaved words wait. */
export interface Drafts {
  read(key: string): Draft | null
  /** False where there is no room, which is shown and stops nothing. */
  write(key: string, draft: Draft): boolean
  remove(key: string): void
}

/**
 * Drafts in the laptop's own storage: written at every key, taken away once the core has the words. What is there is
 * read as a stranger's: a broken draft counts as none.
 */
export function draftsIn(storage: Pick<Storage, 'getItem' | 'setItem' | 'removeItem'>): Drafts {
  const place = (key: string) => `quartet.draft.${key}`
  return {
    read(key) {
      const kept = storage.getItem(place(key))
      if (kept === null) return null
      try {
        const read = draft.safeParse(JSON.parse(kept))
        return read.success ? read.data : null
      } catch {
        return null
      }
    },
    write(key, words) {
      try {
        storage.setItem(place(key), JSON.stringify(words))
        return true
      } catch {
        return false
      }
    },
    remove: (key) => storage.removeItem(place(key)),
  }
}
