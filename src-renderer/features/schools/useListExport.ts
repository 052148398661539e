import { ref, type Ref } from 'vue'
import type { SchoolRow } from '../../../src-main/api/schools.ts'
import { api } from '../../client/api.ts'
import { csvOf } from '../../client/csv.ts'
import { saveFile } from '../../client/files.ts'
import { sentenceOf } from '../../client/refusal.ts'
import { filterOf, type ListAddress } from './listAddress.ts'

/** As many rows as one question may ask for. */
const PAGE = 500

const headings = ['URN', 'School', 'Type', 'Group', 'Phase', 'District', 'Status', 'Last visit', 'Requires package']

/** The list as it is filtered and sorted, whole, as a CSV file for Excel. Dates are `YYYY-MM-DD`, as Excel reads them. */
export function useListExport(address: Ref<ListAddress>) {
  const busy = ref(false)
  const refusal = ref<string>()

  async function save() {
    busy.value = true
    refusal.value = undefined
    try {
      await saveFile('Schools.csv', csvOf([headings, ...(await wholeList(address.value)).map(line)]))
    } catch (error) {
      refusal.value = sentenceOf(error)
    } finally {
      busy.value = false
    }
  }

  return { save, busy, refusal }
}

async function wholeList(address: ListAddress): Promise<SchoolRow[]> {
  const { sort, descending } = address
  const rows: SchoolRow[] = []
  for (;;) {
    const page = await api.schools.list({ filter: filterOf(address), sort, descending, offset: rows.length, limit: PAGE })
    rows.push(...page.rows)
    if (page.rows.length === 0 || rows.length >= page.total) return rows
  }
}

function line(row: SchoolRow): string[] {
  const { urn, name, type, group, phase, district, status, lastVisit, requiresPackage } = row
  return [urn, name, type, group ?? 'neither', phase, district ?? '', status, lastVisit ?? '', requiresPackage ? 'yes' : 'no']
}
