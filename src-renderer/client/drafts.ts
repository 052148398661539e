interface Kept<Draft> {
  draft: Draft
  /** How it began, to tell what has been typed since. */
  start: string
}

/**
 * What was typed into a form and not yet recorded, for as long as Quartet is open: a dialog closed by mistake, or a
 * stopped core, loses nothing. A form in which nothing was typed is not kept, so it never shows an older day or row.
 * `start` gives a form as it opens, reactive, so that the draft can be bound to its fields.
 */
export function createDrafts<Draft extends object>() {
  const kept = new Map<string, Kept<Draft>>()

  function begin(key: string, draft: Draft): Draft {
    kept.set(key, { draft, start: JSON.stringify(draft) })
    return draft
  }

  const isTouched = ({ draft, start }: Kept<Draft>) => JSON.stringify(draft) !== start

  return {
    /** The draft of something new under `key`: what was typed, or else as `start` gives it. */
    open(key: string, start: () => Draft): Draft {
      const known = kept.get(key)
      return known && isTouched(known) ? known.draft : begin(key, start())
    },
    /**
     * The draft of a row that stands; `start` gives the row as it stands now. What was typed over an older state of it
     * is not shown again: recording it would take back what was changed since.
     */
    edit(key: string, start: () => Draft): Draft {
      const known = kept.get(key)
      const now = start()
      return known && isTouched(known) && known.start === JSON.stringify(now) ? known.draft : begin(key, now)
    },
    /** Whether anything has been typed into it. */
    touched(key: string): boolean {
      const known = kept.get(key)
      return known !== undefined && isTouched(known)
    },
    forget(key: string) {
      kept.delete(key)
    },
  }
}
