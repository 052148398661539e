import type { PaperRow } from '../../../src-main/api/papers.ts'
import type { Tone } from '../../words/actions.ts'

const states: Record<PaperRow['state'], { words: string; tone: Tone }> = {
  draft: { words: 'Draft', tone: 'warn' },
  issued: { words: 'Issued', tone: 'good' },
  superseded: { words: 'Superseded', tone: 'neutral' },
}

/** The state of a paper as screens name and colour it. */
export function paperState(state: PaperRow['state']): { words: string; tone: Tone } {
  return states[state]
}
