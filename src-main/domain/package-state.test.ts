import { expect, test } from 'vitest'
import { packageEventKind, packageState } from '../api/support.ts'
import { movePackage } from './package-state.ts'
import { Refusal } from './refusal.ts'

/** Every pair that is legal, written down from DOMAIN.md; all pairs that are not written here must be refused. */
const LEGAL: Record<string, string> = {
  'needIdentified diagnosed': 'diagnosed',
  'needIdentified carriedOn': 'needIdentified',
  'needIdentified stopped': 'stopped',
  'diagnosed agreed': 'agreed',
  'diagnosed carriedOn': 'diagnosed',
  'diagnosed stopped': 'stopped',
  'agreed started': 'active',
  'agreed carriedOn': 'agreed',
  'agreed stopped': 'stopped',
  'active reviewed': 'active',
  'active paused': 'paused',
  'active escalated': 'escalated',
  'active carriedOn': 'active',
  'active completed': 'completed',
  'active stopped': 'stopped',
  'paused resumed': 'active',
  'paused escalated': 'escalated',
  'paused carriedOn': 'paused',
  'paused stopped': 'stopped',
  'escalated reviewed': 'escalated',
  'escalated resumed': 'active',
  'escalated carriedOn': 'escalated',
  'escalated completed': 'completed',
  'escalated stopped': 'stopped',
}

function outcome(move: () => unknown): unknown {
  try {
    return move()
  } catch (error) {
    if (error instanceof Refusal) return error
    throw error
  }
}

const pairs = packageState.options.flatMap((state) => packageEventKind.exclude(['identified']).options.map((step) => [state, step] as const))

test.each(pairs)('a package that is %s, %s', (state, step) => {
  const expected = LEGAL[`${state} ${step}`]
  const result = outcome(() => movePackage(state, step))
  if (expected !== undefined) return expect(result).toBe(expected)
  expect(result).toBeInstanceOf(Refusal)
  if (!(result instanceof Refusal)) return
  expect(result.code).toBe('package-move')
  // Two plain sentences, the last of which says what to do.
  expect(result.message).toMatch(/^This package is [a-z ,:]+\. [A-Z][A-Za-z ,]+\.$/)
  expect(result.message).not.toMatch(/undefined|needIdentified|carriedOn|!/)
  expect(result.message).toMatch(/\b(Record|Resume|Start|Withdraw|Nothing needs)\b/)
})

test.each([
  ['agreed', 'paused', 'This package is agreed and not yet started. Record the start before it is paused, or stop it.'],
  ['diagnosed', 'started', 'This package is diagnosed and not yet agreed. Record the agreement with the school and its funding before it is started.'],
  ['diagnosed', 'diagnosed', 'This package is diagnosed and not yet agreed. Nothing needs to be recorded again.'],
  ['paused', 'reviewed', 'This package is paused. Resume it before it is reviewed, or stop it.'],
  ['paused', 'paused', 'This package is paused already. Nothing needs to be done.'],
  ['active', 'resumed', 'This package is active, so there is nothing to resume. Record a review of it instead.'],
  ['active', 'diagnosed', 'This package is active, so it was diagnosed before. Record a review of it instead.'],
  ['completed', 'stopped', 'This package is completed. Start a new package for a new need, or withdraw its end if that was a mistake.'],
  ['completed', 'completed', 'This package is completed already. Nothing needs to be done.'],
] as const)('a package that is %s says of %s: %s', (state, step, sentence) => {
  expect(() => movePackage(state, step)).toThrow(sentence)
})
