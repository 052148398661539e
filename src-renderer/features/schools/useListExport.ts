import type { Ref } from 'vue'
import type { SchoolFilter } from '../../../src-main/api/schools.ts'
import { useExport } from '../../client/exportTable.ts'
import { useWorkspace } from '../../client/workspace.ts'
import { exportedColumns, exportedRow } from '../../ui/listColumns.ts'
import { writeDate } from '../../ui/useDateText.ts'
import { howChosen, saidAbove, type ChosenSchools } from './givenList.ts'
import { filterOf, type ListAddress } from './listAddress.ts'
import { askedColumns, type SchoolColumn } from './schoolColumns.ts'
import { wholeList } from './useSchools.ts'
import { useVisitWindow } from './useVisitWindow.ts'

/**
 * The list as it is filtered, sorted and laid out, as a file: whole, or what is selected of it.
 *
 * @param selected the schools that are meant; all that the filters show without it
 */
export function useListExport(address: Ref<ListAddress>, columns: Ref<readonly SchoolColumn[]>, selected?: () => ChosenSchools & { meant: SchoolFilter }) {
  const { data: workspace } = useWorkspace()
  const since = useVisitWindow()
  return useExport(async () => {
    const shown = columns.value
    const from = address.value
    const chosen = selected?.()
    const rows = await wholeList(chosen?.meant ?? filterOf(from), from, askedColumns(shown))
    return {
      title: 'Schools',
      note: `${workspace.value ? `As at ${writeDate(workspace.value.today)}. ` : ''}${howChosen(from, chosen, since.value).join('. ')}.`,
      columns: exportedColumns(shown),
      rows: rows.map((row) => exportedRow(shown, row)),
      exempt: saidAbove(from, shown, chosen) !== null,
    }
  })
}
