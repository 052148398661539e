import { useQuery } from '@tanstack/vue-query'
import { computed, ref } from 'vue'
import { useRoute, useRouter } from 'vue-router'
import { api } from '../../client/api.ts'
import { saveFile } from '../../client/files.ts'
import { useChange } from '../../client/query.ts'
import { sentenceOf } from '../../client/refusal.ts'
import { useWorkspace } from '../../client/workspace.ts'
import { knownSaver, wordsAsTyped } from '../../editor/useAutosave.ts'

/** The key of a section among the texts that are saved as they are typed. */
export function sectionKey(id: string): string {
  return `section ${id}`
}

/** One paper: its sections, the one being written, and what can be done with the whole. */
export function usePaper(id: string) {
  const route = useRoute()
  const router = useRouter()
  const { data: workspace } = useWorkspace()
  const { data: paper, error, refetch } = useQuery({ queryKey: ['papers', 'get', id], queryFn: () => api.papers.get({ id }) })

  const sections = computed(() => paper.value?.sections ?? [])
  const current = computed(() => sections.value.find((section) => section.id === route.query['section']) ?? sections.value[0])
  /** Every section with its words as they stand on screen. */
  const asTyped = computed(() => sections.value.map((section) => ({ ...section, document: wordsAsTyped(sectionKey(section.id), section.document) })))

  const issued = useChange(api.papers.issue, { final: true })
  const revised = useChange(api.papers.revise)
  const deleted = useChange(api.papers.delete)
  const writing = ref(false)
  const wordTrouble = ref<string>()

  function select(sectionId: string) {
    void router.replace({ query: { ...route.query, section: sectionId } })
  }

  /** All words are with the core, or the failure is on screen. */
  async function allSaved(): Promise<boolean> {
    const savers = sections.value.flatMap((section) => knownSaver(sectionKey(section.id)) ?? [])
    await Promise.all(savers.map((saver) => saver.flush()))
    return savers.every((saver) => saver.state.saved.kind !== 'failed')
  }

  async function word() {
    if (!(await allSaved())) return
    writing.value = true
    wordTrouble.value = undefined
    try {
      const file = await api.papers.word({ id })
      await saveFile(file.name, file)
    } catch (failure) {
      wordTrouble.value = sentenceOf(failure)
    } finally {
      writing.value = false
    }
  }

  async function issue(issuedOn: string): Promise<boolean> {
    return (await allSaved()) && (await issued.change({ id, issuedOn })) !== undefined
  }

  async function revise() {
    const answer = await revised.change({ id })
    if (answer) await router.push({ name: 'paper', params: { id: answer.id } })
  }

  async function remove() {
    if (await deleted.change({ id })) await router.push({ name: 'papers' })
  }

  return {
    paper, error, refetch, current, asTyped, select, word, issue, revise, remove,
    writing,
    issuing: issued.busy,
    issueRefusal: issued.refusal,
    today: computed(() => workspace.value?.today ?? null),
    refusal: computed(() => wordTrouble.value ?? revised.refusal.value ?? deleted.refusal.value),
  }
}
