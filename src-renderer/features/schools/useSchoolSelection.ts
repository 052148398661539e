import { computed, ref, shallowRef, watch, type Ref } from 'vue'
import type { SchoolFilter, SchoolRow } from '../../../src-main/api/schools.ts'
import { api } from '../../client/api.ts'
import { sentenceOf } from '../../client/refusal.ts'
import { copyTable } from '../../ui/copyTable.ts'
import { copiedRow } from '../../ui/listColumns.ts'
import { countSelected, noRows } from '../../ui/selection.ts'
import type { UiSelection } from '../../ui/shapes.ts'
import { isJudged, saidAbove } from './givenList.ts'
import { filterOf, orderOf, type ListAddress } from './listAddress.ts'
import { askedColumns, type SchoolColumn } from './schoolColumns.ts'
import { schoolsInWords } from './schoolWords.ts'
import { wholeList } from './useSchools.ts'

/**
 * Schools that are selected: these, or all that the filters show but these. Single ones stay selected while the officer
 * looks elsewhere in the list; "all" is said of one filter and ends with it.
 */
export function useSchoolSelection(address: Ref<ListAddress>, total: Ref<number>, columns: Ref<readonly SchoolColumn[]>) {
  const selection = shallowRef<UiSelection>(noRows)
  const judged = ref(false)
  const said = ref('')
  const count = computed(() => countSelected(selection.value, total.value))
  const meant = computed((): SchoolFilter => {
    const keys = [...selection.value.keys]
    return selection.value.all ? { ...filterOf(address.value), notUrn: keys } : { urn: keys }
  })

  watch(
    () => JSON.stringify(filterOf(address.value)),
    () => {
      if (selection.value.all) clear()
    },
  )

  function select(next: UiSelection) {
    selection.value = next
    judged.value = isJudged(judged.value, next, address.value)
    said.value = ''
  }

  function clear() {
    select(noRows)
  }

  /** What is selected, for a file. */
  function taken() {
    return { selection: selection.value, judged: judged.value, meant: meant.value }
  }

  /** The selected schools as a table, or the one in focus where none is selected. */
  async function copy(active?: SchoolRow) {
    if (count.value === 0 && !active) return
    const chosen = columns.value
    try {
      const filter = count.value > 0 ? meant.value : { urn: active ? [active.urn] : [] }
      const rows = await wholeList(filter, address.value, askedColumns(chosen))
      const above = saidAbove(address.value, chosen, taken())
      const done = copyTable(chosen.map(({ label }) => label), rows.map((row) => copiedRow(chosen, row)), above)
      said.value = done ? `${schoolsInWords(rows.length)} copied as a table` : 'The clipboard did not take them. Press Ctrl C once more.'
    } catch (error) {
      said.value = sentenceOf(error)
    }
  }

  return {
    selection,
    count,
    meant,
    said,
    select,
    clear,
    taken,
    copy,
    keysBetween: (from: number, to: number) => api.schools.urns({ filter: filterOf(address.value), ...orderOf(address.value), offset: from, limit: to - from + 1 }),
    /** The URNs of what is selected, for a change. */
    urns: () => api.schools.urns({ filter: meant.value }),
  }
}

export type SchoolSelection = ReturnType<typeof useSchoolSelection>
