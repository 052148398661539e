import type { ImportOutcome, PreviewRow } from '../../../src-main/api/imports.ts'
import type { UiTab } from '../../ui/shapes.ts'

/** One line of a list of changes: one field of one school. */
export interface FieldRow {
  key: string
  urn: string
  name: string
  field: string
  before: string
  after: string
}

export type PreviewSort = 'added' | 'changed' | 'statusChanged' | 'notInFile' | 'refused'

/** The tabs of a preview. A file of new facts has no status and leaves nothing out, so those tabs are the register's. */
export function previewTabs(outcome: ImportOutcome): (UiTab & { value: PreviewSort })[] {
  const { kind, added, changed, statusChanged, notInFile, refusedCount } = outcome
  return [
    { value: 'added', label: 'New', count: added },
    { value: 'changed', label: 'Changed', count: changed },
    ...(kind === 'register'
      ? ([
          { value: 'statusChanged', label: 'Status changed', count: statusChanged },
          { value: 'notInFile', label: 'Gone from the file', count: notInFile },
        ] as const)
      : []),
    { value: 'refused', label: 'Refused', count: refusedCount },
  ]
}

/** The tab to look at first: the first that has anything, changes before the long list of what is new. */
export function firstTab(outcome: ImportOutcome): PreviewSort {
  const order: PreviewSort[] = ['changed', 'added', 'refused', 'notInFile']
  const tabs = previewTabs(outcome)
  return order.find((sort) => tabs.some((tab) => tab.value === sort && (tab.count ?? 0) > 0)) ?? 'added'
}

/** The examples of one sort. A change of status is a change too. */
export function rowsOf(outcome: ImportOutcome, sort: Exclude<PreviewSort, 'refused'>): PreviewRow[] {
  return outcome.examples.filter((row) => row.change === sort || (sort === 'changed' && row.change === 'statusChanged'))
}

/** What matters most in a change of a school comes first: its status, its type, its name, its dates. */
const WEIGHTY = [/^Status/, /^Type/, /^Name$/, /date/i]

function weight(field: string): number {
  const at = WEIGHTY.findIndex((words) => words.test(field))
  return at < 0 ? WEIGHTY.length : at
}

/** The fields of one record, the weightiest first. */
export function weightiestFirst<Field extends { field: string }>(fields: readonly Field[]): Field[] {
  return fields.toSorted((a, b) => weight(a.field) - weight(b.field))
}

/** Changes field by field, so that each fits on one line of a list; the weightiest field of a school first. */
export function fieldRows(rows: readonly PreviewRow[]): FieldRow[] {
  return rows.flatMap(({ urn, name, line, fields }) =>
    weightiestFirst(fields).map(({ field, before, after }) => ({ key: `${line} ${urn} ${field}`, urn, name, field, before, after })),
  )
}

/** Changes of status alone: what else changed in the same schools stands among all changes. */
export function statusRows(rows: readonly PreviewRow[]): FieldRow[] {
  return fieldRows(rows).filter(({ field }) => /^Status/.test(field))
}
