import { useQuery } from '@tanstack/vue-query'
import { computed, ref } from 'vue'
import { useRouter } from 'vue-router'
import type { WorkspaceState } from '../../../src-main/api/workspaces.ts'
import { api } from '../../client/api.ts'
import { queryClient, undoing } from '../../client/query.ts'
import { sentenceOf } from '../../client/refusal.ts'
import { useWorkspace } from '../../client/workspace.ts'

/** The workspaces of this desk. Only one is open at a time; another one has other changes, so what was on screen is forgotten. */
export function useWorkspaces() {
  const router = useRouter()
  const { data: current } = useWorkspace()
  const { data: known } = useQuery({ queryKey: ['workspaces', 'known'], queryFn: () => api.workspaces.known() })
  const refusal = ref<string>()
  const busy = ref(false)

  async function change(ask: () => Promise<WorkspaceState>): Promise<boolean> {
    busy.value = true
    refusal.value = undefined
    try {
      await ask()
      undoing.forget()
      await queryClient.resetQueries()
      await router.push({ name: 'today' })
      return true
    } catch (error) {
      refusal.value = sentenceOf(error)
      return false
    } finally {
      busy.value = false
    }
  }

  return {
    current,
    others: computed(() => (known.value ?? []).filter((workspace) => !workspace.current)),
    open: (path: string) => change(() => api.workspaces.open({ path })),
    openSample: () => change(() => api.workspaces.openSample()),
    create: (name: string) => change(() => api.workspaces.create({ name })),
    refusal,
    busy,
  }
}
