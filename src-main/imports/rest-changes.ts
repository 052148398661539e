import { readRest, restLabel, type RestKey } from '../domain/register-rest.ts'
import type { FieldChange } from './outcome.ts'
import { CODES, UNREPORTED } from './register-rest-cells.ts'

export interface RestDifference {
  key: RestKey
  before: string
  after: string
}

/**
 * Says what differs in the rest of a row, after what was said of the record already: what nobody reads is left out, and
 * codes, which repeat the words beside them, are said only where nothing else is.
 */
export function sayRest(said: FieldChange[], differences: readonly RestDifference[]): void {
  const told = ({ key, before, after }: RestDifference) => ({ field: restLabel(key), before, after })
  const read = differences.filter(({ key }) => !UNREPORTED.has(key))
  said.push(...read.filter(({ key }) => !CODES.has(key)).map(told))
  if (said.length === 0) said.push(...read.map(told))
}

/** What differs between two kept texts, in the order of the columns. */
export function restDifferences(before: string | null, after: string | null): RestDifference[] {
  const [was, is] = [readRest(before), readRest(after)]
  return [...new Set([...is.keys(), ...was.keys()])].flatMap((key) => {
    const [one, other] = [was.get(key) ?? '', is.get(key) ?? '']
    return one === other ? [] : [{ key, before: one, after: other }]
  })
}
