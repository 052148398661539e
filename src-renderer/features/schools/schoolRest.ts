import type { School } from '../../../src-main/api/schools.ts'
import type { UiFact } from '../../ui/shapes.ts'
import { writeDate } from '../../ui/useDateText.ts'

/** What the register says beside its own fields, by group; with words sought, the entries whose name or value has them all. */
export function restFacts(school: Pick<School, 'rest'>, sought: string): { group: string; facts: UiFact[] }[] {
  const words = fold(sought).split(/\s+/u).filter(Boolean)
  return school.rest
    .map(({ group, entries }) => ({
      group,
      facts: entries
        .filter(({ label, value }) => words.every((word) => fold(`${group} ${label} ${value}`).includes(word)))
        .map(({ label, value }): UiFact => ({ key: `${group} ${label}`, term: label, text: readable(value) })),
    }))
    .filter(({ facts }) => facts.length > 0)
}

/** The register's dates are read as all dates are; everything else is as it is written. */
function readable(value: string): string {
  const [, day, month, year] = /^(\d{2})[-/](\d{2})[-/](\d{4})$/.exec(value) ?? []
  return day === undefined || Number(month) > 12 ? value : writeDate(`${year}-${month}-${day}`)
}

function fold(text: string): string {
  return text.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase()
}
