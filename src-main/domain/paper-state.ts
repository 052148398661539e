import type { PaperRow } from '../api/papers.ts'
import { refuse } from './refusal.ts'

export type PaperState = PaperRow['state']

/** A paper's lifecycle (DOMAIN.md, "Lifecycles"): an issued paper is never overwritten, only superseded by a later issue. */
const NEXT: Record<PaperState, PaperState | null> = { draft: 'issued', issued: 'superseded', superseded: null }

/**
 * Moves a paper, or refuses (`paper-move`) with a sentence that says what to do instead.
 *
 * @returns the new state
 */
export function movePaper(from: PaperState, to: PaperState): PaperState {
  return NEXT[from] === to ? to : refuse('paper-move', sentenceAgainst(from, to))
}

/** Refuses (`paper-frozen`) any change to the words or figures of a paper that has been issued. */
export function mustBeDraft(state: PaperState): void {
  if (state === 'draft') return
  const standing = state === 'issued' ? 'has been issued' : 'has been superseded'
  refuse('paper-frozen', `This paper ${standing}, so it can no longer be changed. Revise it: that makes a new draft from it.`)
}

function sentenceAgainst(from: PaperState, to: PaperState): string {
  if (from === 'draft') return 'This paper is a draft. Issue it first: only an issued paper can be superseded by a later one.'
  if (from === 'superseded') return 'This paper has been superseded by a later issue. Work on the later one, or revise it to make a new draft.'
  if (to === 'issued') return 'This paper has been issued already. Revise it to make a new draft, and issue that.'
  return 'This paper has been issued and stays as it is. Revise it to make a new draft.'
}
