import type { CivilDate } from '../api/base.ts'
import type { CategoryEntry } from '../api/concerns.ts'
import { formatDate } from './date-words.ts'
import { foldWords } from './fold-words.ts'
import { refuse } from './refusal.ts'

/**
 * The categories that a workspace begins with: those of the statutory guidance "Schools causing concern" of January
 * 2015 and March 2016, and the council's own. Statutory categories change, so the table is the officer's to edit.
 */
export const usualCategories: readonly CategoryEntry[] = [
  { name: 'Special measures', statutory: true, from: '2005-09-01', to: null, source: 'Education Act 2005, section 44(1)' },
  { name: 'Serious weaknesses', statutory: true, from: '2012-01-01', to: null, source: 'Education Act 2005, section 44(2): requires significant improvement' },
  { name: 'Warning notice', statutory: true, from: '2007-04-01', to: null, source: 'Education and Inspections Act 2006, section 60' },
  { name: 'Warning notice on teachers’ pay and conditions', statutory: true, from: '2010-01-12', to: null, source: 'Education and Inspections Act 2006, section 60A' },
  { name: 'Coasting', statutory: true, from: '2016-04-01', to: null, source: 'Education and Adoption Act 2016; Schools causing concern, March 2016' },
  { name: 'Requires improvement', statutory: false, from: '2012-09-01', to: null, source: 'Inspection outcome; the council’s own use of it' },
  { name: 'Vulnerable', statutory: false, from: '2015-09-01', to: null, source: 'The council’s own category' },
]

/** Those of the usual categories that a table does not have by name yet. */
export function missingCategories(names: Iterable<string>): CategoryEntry[] {
  const known = new Set([...names].map(foldWords))
  return usualCategories.filter(({ name }) => !known.has(foldWords(name)))
}

/** Refuses (`category-not-yet`, `category-no-more`) a decision that uses a category on a day when there was none such. */
export function mustExistOn({ name, from, to }: Pick<CategoryEntry, 'name' | 'from' | 'to'>, decidedOn: CivilDate): void {
  if (decidedOn < from) refuse('category-not-yet', `“${name}” exists only from ${formatDate(from)}, and the decision is dated ${formatDate(decidedOn)}. Choose another category, or check the date.`)
  if (to !== null && decidedOn > to) refuse('category-no-more', `“${name}” existed until ${formatDate(to)}, and the decision is dated ${formatDate(decidedOn)}. Choose another category, or check the date.`)
}
