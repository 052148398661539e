import type { PackageState, Rag, Statute } from '../../src-main/api/support.ts'
import type { Tone } from './actions.ts'

interface Named {
  words: string
  tone: Tone
}

const states: Record<PackageState, Named> = {
  needIdentified: { words: 'Need identified', tone: 'neutral' },
  diagnosed: { words: 'Diagnosed', tone: 'neutral' },
  agreed: { words: 'Agreed', tone: 'info' },
  active: { words: 'Active', tone: 'info' },
  paused: { words: 'Paused', tone: 'warn' },
  escalated: { words: 'Escalated', tone: 'bad' },
  completed: { words: 'Completed', tone: 'good' },
  stopped: { words: 'Stopped', tone: 'neutral' },
}

/** The state of a support package as screens name and colour it. */
export function packageStateOf(state: PackageState): Named {
  return states[state]
}

const rags: Record<Rag, string> = { red: 'Red', amber: 'Amber', green: 'Green' }

/** RAG is always said in a word too. */
export function ragWords(rag: Rag | null): string {
  return rag === null ? 'Not reviewed' : rags[rag]
}

const statutes: Record<Statute, string> = {
  section60: 'section 60, Education and Inspections Act 2006',
  section60A: 'section 60A, Education and Inspections Act 2006 (teachers’ pay and conditions)',
}

/** The law under which a warning notice is given. */
export function statuteWords(statute: Statute): string {
  return statutes[statute]
}

/** "2.5 days", "1 day" */
export function daysWords(days: number): string {
  return `${days.toLocaleString('en-GB')} ${days === 1 ? 'day' : 'days'}`
}

/** "6 of 10", or "6" where none are planned. */
export function daysOfPlan(actual: number, planned: number | null): string {
  return planned === null ? actual.toLocaleString('en-GB') : `${actual.toLocaleString('en-GB')} of ${planned.toLocaleString('en-GB')}`
}
