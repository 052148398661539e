import type { PackageMove, PackageState } from '../../../src-main/api/support.ts'

export type Step = PackageMove['kind']

/** One move of a package's life as the screen asks for it. */
export interface MoveForm {
  kind: Step
  /** The verb on its button. */
  verb: string
  /** The label over its note, and whether the core needs it. */
  note: string
  noteNeeded: boolean
  asks?: 'agreement' | 'notice' | 'successor'
}

const forms: Record<Step, MoveForm> = {
  diagnosed: { kind: 'diagnosed', verb: 'Record diagnosis', note: 'What was found', noteNeeded: false },
  agreed: { kind: 'agreed', verb: 'Record agreement', note: 'Note', noteNeeded: false, asks: 'agreement' },
  started: { kind: 'started', verb: 'Start work', note: 'Note', noteNeeded: false },
  paused: { kind: 'paused', verb: 'Pause', note: 'Reason', noteNeeded: true },
  resumed: { kind: 'resumed', verb: 'Resume', note: 'Note', noteNeeded: false },
  escalated: { kind: 'escalated', verb: 'Escalate to a warning notice', note: 'Reason', noteNeeded: true, asks: 'notice' },
  carriedOn: { kind: 'carriedOn', verb: 'Carry on at the successor', note: 'Note', noteNeeded: false, asks: 'successor' },
  completed: { kind: 'completed', verb: 'Complete', note: 'What was achieved', noteNeeded: false },
  stopped: { kind: 'stopped', verb: 'Stop', note: 'Reason', noteNeeded: true },
}

export function moveForm(kind: Step): MoveForm {
  return forms[kind]
}

const offered: Record<PackageState, { first: Step[]; more: Step[]; review: boolean }> = {
  needIdentified: { first: ['diagnosed'], more: ['stopped'], review: false },
  diagnosed: { first: ['agreed'], more: ['stopped'], review: false },
  agreed: { first: ['started'], more: ['stopped'], review: false },
  active: { first: ['completed'], more: ['paused', 'escalated', 'stopped'], review: true },
  paused: { first: ['resumed'], more: ['escalated', 'stopped'], review: false },
  escalated: { first: ['resumed'], more: ['completed', 'stopped'], review: true },
  completed: { first: [], more: [], review: false },
  stopped: { first: [], more: [], review: false },
}

/** What a screen offers for a package in a state: the usual moves, and the rarer ones for a menu. The core has the last word. */
export function movesFor(state: PackageState): { first: MoveForm[]; more: MoveForm[]; review: boolean } {
  const { first, more, review } = offered[state]
  return { first: first.map(moveForm), more: more.map(moveForm), review }
}
