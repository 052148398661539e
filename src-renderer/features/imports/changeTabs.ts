import type { ChangeSort, ImportChange, ImportPage } from '../../../src-main/api/imports.ts'
import type { UiTab } from '../../ui/shapes.ts'
import { weightiestFirst } from './previewRows.ts'

const labels: Record<ChangeSort, string> = {
  added: 'Added',
  changed: 'Changed',
  statusChanged: 'Status changed',
  also: 'Made along the way',
  refused: 'Refused',
}

/** The tabs of an import's page; what a kind cannot have, or what happens seldom and did not here, has none. */
export function changeTabs(kind: ImportPage['kind'], counts: Partial<Record<ChangeSort, number>>): (UiTab & { value: ChangeSort })[] {
  const seldom = (sort: ChangeSort) => (sort === 'statusChanged' ? kind !== 'register' : sort === 'also') && !counts[sort]
  const sorts: ChangeSort[] = ['added', 'changed', 'statusChanged', 'also', 'refused']
  return sorts.filter((sort) => !seldom(sort)).map((value) => ({ value, label: labels[value], ...(counts[value] !== undefined && { count: counts[value] }) }))
}

/** The tab to look at first: changes before the long list of what is new. */
export function firstChangeTab({ added, changed, refused }: Pick<ImportPage, 'added' | 'changed' | 'refused'>): ChangeSort {
  if (changed > 0) return 'changed'
  return added > 0 || refused === 0 ? 'added' : 'refused'
}

const NONE = 'Not recorded'

/** As many as two lines of a list have room for; the rest is counted, and stands beside the list once the record is chosen. */
const MOST_FIELDS = 4

/** A record's changes on one line: "Status: Open → Closed; Pupils: 200 → 214". Of a new record what it holds. The day of a fact is the file's. */
export function changeLine({ fields }: Pick<ImportChange, 'fields'>, sort: ChangeSort): string {
  if (sort === 'refused') return fields.map(({ after }) => after).join(' ')
  const words = weightiestFirst(fields).map(({ field, before, after }) => {
    const what = field.replace(/ from \d.*$/, '')
    return sort === 'added' || sort === 'also' ? `${what}: ${after || NONE}` : `${what}: ${before || NONE} → ${after || NONE}`
  })
  const more = words.length - MOST_FIELDS
  return more > 1 ? `${words.slice(0, MOST_FIELDS).join('; ')}; and ${more} more` : words.join('; ')
}
