import { diffArrays } from 'diff'

/** A stretch of two texts laid over one another: in both, only in the older, or only in the newer. */
export interface ComparedPiece {
  kind: 'same' | 'removed' | 'added'
  text: string
}

/** Words with what stands inside them ("14:30", "provider’s", "IQ/2016-05-09/3"), white space, and each sign by itself. */
const TOKENS = /\s+|[\p{L}\p{M}\p{N}]+(?:[’'.:,/-][\p{L}\p{M}\p{N}]+)*|[^\s]/gu

/**
 * Two texts word by word. Put together, what is not added is the older text, and what is not removed the newer. A changed
 * phrase is told as one: a space that both have between two changed words belongs to the change.
 */
export function compareWords(older: string, newer: string): ComparedPiece[] {
  const pieces = diffArrays(older.match(TOKENS) ?? [], newer.match(TOKENS) ?? [])
  const told: ComparedPiece[] = []
  let removed = ''
  let added = ''
  /** The change so far, then what both have after it: the white space at its end, and the words that follow. */
  const tell = (same: string) => {
    const space = commonEnd(removed, added)
    const without = (text: string) => text.slice(0, text.length - space.length)
    for (const piece of [{ kind: 'removed', text: without(removed) }, { kind: 'added', text: without(added) }, { kind: 'same', text: space + same }] as const) {
      if (piece.text !== '') told.push(piece)
    }
    removed = added = ''
  }
  pieces.forEach((piece, at) => {
    const text = piece.value.join('')
    if (piece.added) added += text
    else if (piece.removed) removed += text
    else if (/^[ \t]+$/.test(text) && removed !== '' && added !== '' && at < pieces.length - 1) {
      removed += text
      added += text
    } else tell(text)
  })
  tell('')
  return told
}

function commonEnd(one: string, other: string): string {
  const space = /[ \t]*$/.exec(one)?.[0] ?? ''
  return other.endsWith(space) ? space : ''
}
