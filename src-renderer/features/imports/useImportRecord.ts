import { useQuery } from '@tanstack/vue-query'
import { computed, onUnmounted, ref, shallowRef, watch, type Ref } from 'vue'
import { refDebounced } from '@vueuse/core'
import type { ChangeSort, ImportChange, ImportPage } from '../../../src-main/api/imports.ts'
import { api } from '../../client/api.ts'
import { useExport } from '../../client/exportTable.ts'
import { announceChange, queryClient } from '../../client/query.ts'
import { sentenceOf } from '../../client/refusal.ts'
import { useRowWindows } from '../../client/rowWindows.ts'
import type { Progress } from './useImport.ts'
import { importTable } from './importTable.ts'
import { timeLeft } from './importWords.ts'

/** An import, what depends on it by now, and its undoing. */
export function useImportRecord(id: Ref<string>) {
  const record = useQuery({ queryKey: computed(() => ['imports', 'get', id.value]), queryFn: () => api.imports.get({ id: id.value }) })
  const obstacles = useQuery({
    queryKey: computed(() => ['imports', 'obstacles', id.value]),
    queryFn: () => api.imports.obstacles({ id: id.value }),
  })
  return { record: record.data, error: record.error, again: () => record.refetch(), obstacles: obstacles.data, undo: useUndoing(id) }
}

/** Takes the import back, showing how far it has come; cancelled or refused, everything is as it was. */
function useUndoing(id: Ref<string>) {
  const progress = shallowRef<Progress | null>(null)
  const refusal = ref<string>()
  let work = new AbortController()

  async function start() {
    if (progress.value !== null) return
    const mine = (work = new AbortController())
    const since = performance.now()
    refusal.value = undefined
    progress.value = { words: 'Undoing', done: 0, total: null }
    try {
      for await (const step of await api.imports.undoInSteps({ id: id.value }, { signal: mine.signal })) {
        if (mine.signal.aborted) return
        if (step.step === 'progress') {
          const left = timeLeft(step.done, step.total, performance.now() - since)
          progress.value = { words: 'Undoing', done: step.done, total: step.total, ...(left !== undefined && { timeLeft: left }) }
        } else {
          announceChange(step.result)
          await queryClient.invalidateQueries()
        }
      }
    } catch (error) {
      if (!mine.signal.aborted) refusal.value = sentenceOf(error)
    } finally {
      if (work === mine) progress.value = null
    }
  }

  function cancel() {
    work.abort()
    progress.value = null
  }

  onUnmounted(cancel)
  return { start, cancel, progress, refusal }
}

/** As many rows as one question may ask for. */
const PAGE = 500

/** What an import did, of one sort and under a search, fetched in windows as it is scrolled. */
export function useImportChanges(record: Ref<Pick<ImportPage, 'id' | 'kind' | 'fileName'>>, sort: Ref<ChangeSort>) {
  const id = computed(() => record.value.id)
  const search = ref('')
  const settled = refDebounced(search, 120)
  const windows = useRowWindows(
    () => ['imports', 'changes', id.value, sort.value, settled.value],
    (offset, limit) => api.imports.changes({ id: id.value, sort: sort.value, search: settled.value, offset, limit }),
  )
  const counts = useQuery({
    queryKey: computed(() => ['imports', 'changes', id.value, 'counts', settled.value]),
    queryFn: () => api.imports.changes({ id: id.value, sort: 'added', search: settled.value, limit: 1 }),
    placeholderData: (before) => before,
  })
  /** All of the sort, field by field; fetched a page at a time when it is asked for. */
  const exporting = useExport(async () => {
    const lines: string[][] = []
    const [of, words] = [sort.value, settled.value]
    for (let offset = 0, total = 1; offset < total; offset += PAGE) {
      const page = await api.imports.changes({ id: record.value.id, sort: of, search: words, offset, limit: PAGE })
      total = page.total
      lines.push(...page.rows.flatMap(linesOf))
    }
    const { kind, fileName } = record.value
    const note = words.trim() === '' ? '' : `Search: ${words.trim()}`
    return importTable(kind, `${of === 'refused' ? 'Rows refused of' : 'Changes by'} ${fileName}`, note, ['URN', 'School', 'What', 'Before', 'After', 'Since then'], lines)
  })
  watch([sort, settled], () => (exporting.refusal.value = undefined))

  return { search, settled, ...windows, counts: computed(() => counts.data.value?.counts ?? {}), exporting }
}

function linesOf({ urn, name, fields, since }: ImportChange): string[][] {
  return fields.map(({ field, before, after }) => [urn ?? '', name, field, before, after, since ?? ''])
}
