import type { Ref } from 'vue'
import type { SchoolFilter } from '../../../src-main/api/schools.ts'
import { useExport } from '../../client/exportTable.ts'
import { useWorkspace } from '../../client/workspace.ts'
import { exportedColumns, exportedRow } from '../../ui/listColumns.ts'
import { writeDate } from '../../ui/useDateText.ts'
import { filterWords } from './filterWords.ts'
import { filterOf, type ListAddress } from './listAddress.ts'
import { askedColumns, type SchoolColumn } from './schoolColumns.ts'
import { wholeList } from './useSchools.ts'

/** Columns that say of a named school how it was judged: such a list is not for publication (Schedule 12A). */
const JUDGING: readonly string[] = ['standing', 'requiresPackage', 'requiredSince']

/**
 * The list as it is filtered, sorted and laid out, as a file: whole, or what is selected of it.
 *
 * @param selected the schools that are meant; all that the filters show where it answers nothing
 */
export function useListExport(address: Ref<ListAddress>, columns: Ref<readonly SchoolColumn[]>, selected?: () => SchoolFilter) {
  const { data: workspace } = useWorkspace()
  return useExport(async () => {
    const chosen = columns.value
    const rows = await wholeList(selected?.() ?? filterOf(address.value), address.value, askedColumns(chosen))
    const narrowed = [...(selected ? ['Selected by hand'] : []), ...filterWords(address.value)]
    return {
      title: 'Schools',
      note: `${workspace.value ? `As at ${writeDate(workspace.value.today)}. ` : ''}${narrowed.join('. ')}.`,
      columns: exportedColumns(chosen),
      rows: rows.map((row) => exportedRow(chosen, row)),
      exempt: address.value.requiresPackage || chosen.some(({ key }) => JUDGING.includes(key)),
    }
  })
}
