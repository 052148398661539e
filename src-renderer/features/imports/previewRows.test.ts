import { describe, expect, it } from 'vitest'
import type { ImportOutcome, PreviewRow } from '../../../src-main/api/imports.ts'
import { fieldRows, firstTab, previewTabs, rowsOf, statusRows } from './previewRows.ts'
import { previewTable } from './previewTable.ts'

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
  sheet: null,
  sheets: [],
  columns: null,
  matchedOn: null,
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

describe('a preview of new facts', () => {
  it('shows what will be recorded, a column each', () => {
    const fields = [
      { field: 'Date', before: '', after: '2 June 2016' },
      { field: 'Visitor', before: '', after: 'District Lead' },
      { field: 'Reason', before: '', after: '' },
    ]
    const { columns, lines } = previewTable({ ...outcome, kind: 'visits', examples: [row('900001', 'added', fields)] }, 'added')
    expect(columns.map(({ label }) => label)).toEqual(['Line', 'URN', 'School', 'Date', 'Visitor', 'Reason'])
    expect(lines.map(({ cells }) => columns.map(({ key }) => cells[key]))).toEqual([['2', '900001', 'School 900001', '2 June 2016', 'District Lead', 'Not recorded']])
  })
})

describe('the rows of a preview', () => {
  it('show a change of status among the changes, and by itself', () => {
    expect(rowsOf(outcome, 'changed').map(({ urn }) => urn)).toEqual(['900002', '900003'])
    expect(rowsOf(outcome, 'statusChanged').map(({ urn }) => urn)).toEqual(['900003'])
  })

  it('are one line a field, the weightiest first', () => {
    const fields = ['Pupils', 'Close date', 'Name', 'Type', 'Postcode', 'Status on 1 May 2024'].map((field) => ({ field, before: '', after: 'x' }))
    expect(fieldRows([row('900003', 'statusChanged', fields)]).map(({ field }) => field)).toEqual(['Status on 1 May 2024', 'Type', 'Name', 'Close date', 'Pupils', 'Postcode'])
  })

  it('of a change of status tell the status alone', () => {
    expect(statusRows(rowsOf(outcome, 'statusChanged')).map(({ field, before, after }) => [field, before, after])).toEqual([['Status', 'Open', 'Closed']])
  })
})
