import { api } from '../../../client/api.ts'
import { useChange } from '../../../client/query.ts'

/** What a planned visit comes to, each in one step. A refusal of either is `refusal`. */
export function useVisitMoves() {
  const completion = useChange((input: { id: string; date?: string }) => api.visits.complete(input))
  const cancellation = useChange((input: { id: string; because: string }) => api.visits.cancel(input))
  return { completion, cancellation }
}
