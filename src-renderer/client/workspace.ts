import { useQuery } from '@tanstack/vue-query'
import { api } from './api.ts'

/** The workspace that is open: its name, its today, its officer and the counts of the rail. */
export function useWorkspace() {
  return useQuery({ queryKey: ['workspaces', 'current'], queryFn: () => api.workspaces.current() })
}
