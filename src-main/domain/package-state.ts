import type { PackageEventKind, PackageState } from '../api/support.ts'
import { refuse } from './refusal.ts'

/** A move of a package after its need was identified. */
export type PackageStep = Exclude<PackageEventKind, 'identified'>

/** Live: still to be worked on or decided about; the rest is over. */
export function isLivePackage(state: PackageState): boolean {
  return state !== 'completed' && state !== 'stopped'
}

/** Every legal move (DOMAIN.md, "Lifecycles"). A mistaken one is withdrawn; what is over stays over, and a new need is a new package. */
const MOVES: Record<PackageState, Partial<Record<PackageStep, PackageState>>> = {
  needIdentified: { diagnosed: 'diagnosed', carriedOn: 'needIdentified', stopped: 'stopped' },
  diagnosed: { agreed: 'agreed', carriedOn: 'diagnosed', stopped: 'stopped' },
  agreed: { started: 'active', carriedOn: 'agreed', stopped: 'stopped' },
  active: { reviewed: 'active', paused: 'paused', escalated: 'escalated', carriedOn: 'active', completed: 'completed', stopped: 'stopped' },
  paused: { resumed: 'active', escalated: 'escalated', carriedOn: 'paused', stopped: 'stopped' },
  escalated: { reviewed: 'escalated', resumed: 'active', carriedOn: 'escalated', completed: 'completed', stopped: 'stopped' },
  completed: {},
  stopped: {},
}

/** The state after a move, or null where the move is illegal. */
export function stateAfterStep(state: PackageState, step: PackageStep): PackageState | null {
  return MOVES[state][step] ?? null
}

/**
 * Moves a package, or refuses (`package-move`) with a sentence that says what to do instead.
 *
 * @returns the new state
 */
export function movePackage(state: PackageState, step: PackageStep): PackageState {
  return stateAfterStep(state, step) ?? refuse('package-move', sentenceAgainst(state, step))
}

const STANDING: Record<PackageState, string> = {
  needIdentified: 'at its beginning: the need is identified',
  diagnosed: 'diagnosed and not yet agreed',
  agreed: 'agreed and not yet started',
  active: 'active',
  paused: 'paused',
  escalated: 'escalated',
  completed: 'completed',
  stopped: 'stopped',
}

const PARTICIPLE: Record<PackageStep, string> = {
  diagnosed: 'diagnosed',
  agreed: 'agreed',
  started: 'started',
  reviewed: 'reviewed',
  paused: 'paused',
  resumed: 'resumed',
  escalated: 'escalated',
  carriedOn: 'carried on at a successor',
  completed: 'completed',
  stopped: 'stopped',
}

/** What comes next before the package is at work, as the end of a sentence. */
const NEXT: Record<'needIdentified' | 'diagnosed' | 'agreed', string> = {
  needIdentified: 'Record the diagnosis',
  diagnosed: 'Record the agreement with the school and its funding',
  agreed: 'Record the start',
}

const FORWARD: readonly PackageStep[] = ['diagnosed', 'agreed', 'started']

function sentenceAgainst(state: PackageState, step: PackageStep): string {
  const standing = `This package is ${STANDING[state]}`
  if (!isLivePackage(state)) {
    const same = step === state
    return same ? `${standing} already. Nothing needs to be done.` : `${standing}. Start a new package for a new need, or withdraw its end if that was a mistake.`
  }
  if (state === 'needIdentified' || state === 'diagnosed' || state === 'agreed') {
    if (step === state) return `${standing}. Nothing needs to be recorded again.`
    if (step === 'diagnosed' || (step === 'agreed' && state === 'agreed')) return `${standing}. Withdraw that first if it was a mistake.`
    return `${standing}. ${NEXT[state]} before it is ${PARTICIPLE[step]}${step === 'started' || step === 'agreed' ? '' : ', or stop it'}.`
  }
  if (FORWARD.includes(step)) return `${standing}, so it was ${PARTICIPLE[step]} before. Record a review of it instead.`
  if (step === 'resumed') return `${standing}, so there is nothing to resume. Record a review of it instead.`
  if (step === state) return `${standing} already. Nothing needs to be done.`
  if (state === 'escalated') return `${standing}. Resume it before it is ${PARTICIPLE[step]}.`
  return `${standing}. Resume it before it is ${PARTICIPLE[step]}, or stop it.`
}
