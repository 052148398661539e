import { api } from '../../../client/api.ts'
import { useChange } from '../../../client/query.ts'

/** What a planned visit comes to, each in one step. A refusal of either is `refusal`. */
export function useVisitMoves() {
  const completion = useChange((id: string) => api.visits.complete({ id }))
  const cancellation = useChange((input: { id: string; because: string }) => api.visits.cancel(input))
  return { completion, cancellation }
}
