import { describe, expect, it } from 'vitest'
import type { ImportOutcome, PreviewRow } from '../../../src-main/api/imports.ts'
import { fieldRows, firstTab, previewTabs, rowsOf } from './previewRows.ts'

const row = (urn: string, change: PreviewRow['change'], fields: PreviewRow['fields'] = []): PreviewRow => ({
  line: 2,
  urn,
  name: `School ${urn}`,
  change,
  fields,
})

const outcome: ImportOutcome = {
  kind: 'register',
  fileName: 'register.csv',
  sha256: '',
  encoding: 'windows-1252',
  fileDate: '2025-01-21',
  fileDateFrom: 'name',
  rows: 5,
  added: 1,
  changed: 2,
  statusChanged: 1,
  unchanged: 1,
  notInFile: 1,
  ignored: 0,
  refused: [],
  refusedCount: 0,
  examples: [
    row('900001', 'added'),
    row('900002', 'changed', [{ field: 'Pupils', before: '200', after: '210' }]),
    row('900003', 'statusChanged', [
      { field: 'Status', before: 'Open', after: 'Closed' },
      { field: 'Close date', before: '', after: '2024-12-31' },
    ]),
    row('900004', 'notInFile'),
  ],
  notes: [],
  digest: '',
  applied: false,
  transactionId: null,
}

describe('the tabs of a preview', () => {
  it('carry the whole counts of the core', () => {
    expect(previewTabs(outcome).map(({ label, count }) => [label, count])).toEqual([
      ['New', 1],
      ['Changed', 2],
      ['Status changed', 1],
      ['Gone from the file', 1],
      ['Refused', 0],
    ])
  })

  it('leave out what a file of visits cannot have', () => {
    expect(previewTabs({ ...outcome, kind: 'visits' }).map(({ value }) => value)).toEqual(['added', 'changed', 'refused'])
  })

  it('open on what needs reading', () => {
    expect(firstTab(outcome)).toBe('changed')
    expect(firstTab({ ...outcome, changed: 0 })).toBe('added')
    expect(firstTab({ ...outcome, changed: 0, added: 0, refusedCount: 3 })).toBe('refused')
  })
})

describe('the rows of a preview', () => {
  it('show a change of status among the changes, and by itself', () => {
    expect(rowsOf(outcome, 'changed').map(({ urn }) => urn)).toEqual(['900002', '900003'])
    expect(rowsOf(outcome, 'statusChanged').map(({ urn }) => urn)).toEqual(['900003'])
  })

  it('are one line a field', () => {
    expect(fieldRows(rowsOf(outcome, 'statusChanged')).map(({ field, before, after }) => [field, before, after])).toEqual([
      ['Status', 'Open', 'Closed'],
      ['Close date', '', '2024-12-31'],
    ])
  })
})
