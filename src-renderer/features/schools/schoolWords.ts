import type { School, SchoolRow } from '../../../src-main/api/schools.ts'

/**
 * A type of establishment as a narrow column shows it: "Voluntary aided school" is "Aided", "Academy converter" is
 * "Converter". The school's own page has the register's words.
 */
export function shortType(type: string): string {
  const words = type.replace(/^(local authority|voluntary|academy|other) (?=\S)/i, '').replace(/ schools$/i, ' school')
  if (/^(community|foundation) special school$/i.test(words)) return 'Special'
  const short = /^free /i.test(words) ? words : words.replace(/ school$/i, '')
  return short.charAt(0).toUpperCase() + short.slice(1)
}

/** What needs a word in the list beside an everyday school; null for an everyday one. */
export function standingOf(row: Pick<SchoolRow, 'status' | 'requiresPackage'>) {
  if (row.status === 'Closed') return { words: 'Closed', tone: 'neutral' } as const
  if (row.status === 'Proposed to open') return { words: 'Proposed', tone: 'neutral' } as const
  if (row.requiresPackage) return { words: 'Package', tone: 'info' } as const
  return row.status === 'Open, but proposed to close' ? ({ words: 'To close', tone: 'warn' } as const) : null
}

/** Whether the latest judgement says that a package is required. */
export function packageWords(requiresPackage: School['requiresPackage']) {
  if (requiresPackage === null) return { words: 'Not judged', tone: 'neutral' } as const
  return requiresPackage
    ? ({ words: 'Requires a package', tone: 'info' } as const)
    : ({ words: 'Not required', tone: 'neutral' } as const)
}

/** So many schools: "1 school", "1,204 schools". */
export function schoolsInWords(number: number): string {
  return `${count(number)} ${number === 1 ? 'school' : 'schools'}`
}

const numbers = new Intl.NumberFormat('en-GB')

/** A number as it is read: 51,331. */
export function count(number: number): string {
  return numbers.format(number)
}
