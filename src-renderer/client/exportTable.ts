import { ref } from 'vue'
import type { ExportFormat, ExportTable } from '../../src-main/api/exports.ts'
import { api } from './api.ts'
import { saveFile } from './files.ts'
import { sentenceOf } from './refusal.ts'

export type { ExportFormat, ExportTable }

/**
 * Exports a list: the core writes it as a file, and the officer is asked where to keep it.
 *
 * `save` never throws; a refusal becomes the sentence to show beside the list, which stays as it is.
 *
 * @param table what is shown, asked for when it is needed: a long list may have to be fetched whole first
 */
export function useExport(table: () => ExportTable | Promise<ExportTable>) {
  const busy = ref(false)
  const refusal = ref<string>()

  async function save(format: ExportFormat) {
    if (busy.value) return
    busy.value = true
    refusal.value = undefined
    try {
      const file = await api.exports.table({ ...(await table()), format })
      await saveFile(file.name, file)
    } catch (error) {
      refusal.value = sentenceOf(error)
    } finally {
      busy.value = false
    }
  }

  return { save, busy, refusal }
}
