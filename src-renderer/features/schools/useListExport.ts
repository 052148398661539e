import { ref, type Ref } from 'vue'
import type { SchoolFilter } from '../../../src-main/api/schools.ts'
import { csvOf } from '../../client/csv.ts'
import { saveFile } from '../../client/files.ts'
import { sentenceOf } from '../../client/refusal.ts'
import { exportedRow } from '../../ui/listColumns.ts'
import { filterOf, type ListAddress } from './listAddress.ts'
import { askedColumns, type SchoolColumn } from './schoolColumns.ts'
import { wholeList } from './useSchools.ts'

/** The list as it is filtered, sorted and laid out, whole or what is selected of it, as a CSV file for Excel. */
export function useListExport(address: Ref<ListAddress>, columns: Ref<readonly SchoolColumn[]>) {
  const busy = ref(false)
  const refusal = ref<string>()

  async function save(selected?: SchoolFilter) {
    busy.value = true
    refusal.value = undefined
    try {
      const chosen = columns.value
      const rows = await wholeList(selected ?? filterOf(address.value), address.value, askedColumns(chosen))
      await saveFile('Schools.csv', csvOf([chosen.map(({ label }) => label), ...rows.map((row) => exportedRow(chosen, row))]))
    } catch (error) {
      refusal.value = sentenceOf(error)
    } finally {
      busy.value = false
    }
  }

  return { save, busy, refusal }
}
