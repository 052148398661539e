import { notifyManager, QueryClient, useMutation } from '@tanstack/vue-query'
import { computed } from 'vue'
import { api } from './api.ts'
import { sentenceOf } from './refusal.ts'
import { createUndo, type Change } from './undo.ts'

// An answer is shown in the turn in which it comes: a timer between the two would cost a list a frame of each keystroke.
notifyManager.setScheduler(queueMicrotask)

/** The core is on this laptop: it answers without a network, and a failed question is not asked again by itself. */
export const queryClient = new QueryClient({
  defaultOptions: {
    queries: { networkMode: 'always', retry: false, staleTime: 30_000 },
    mutations: { networkMode: 'always', retry: false },
  },
})

/** The changes of this sitting and the bar that offers to take the latest one back. */
export const undoing = createUndo(
  async (transactionId) => {
    const change = await api.history.undo({ transactionId })
    await queryClient.invalidateQueries()
    return change
  },
  sentenceOf,
  (run, milliseconds) => {
    const timer = setTimeout(run, milliseconds)
    return () => clearTimeout(timer)
  },
)

/** Says "Visit deleted. Undo". `useChange` does it for every change; call it for a change that came another way. */
export const announceChange = undoing.announce

/**
 * A change to the workspace. Afterwards every answer on screen is asked for again, because one visit moves a list, a
 * story, a figure and a count; the change is announced with its undo, unless `quiet` (saving as one types) or `final`
 * (what has gone out: it is announced without).
 *
 * `change` never throws: it answers the core's answer, or undefined where it was refused, and then `refusal` is the
 * sentence to show beside what was asked.
 */
export function useChange<Input, Output>(ask: (input: Input) => Promise<Output>, options: { quiet?: boolean; final?: boolean } = {}) {
  const mutation = useMutation({
    mutationFn: ask,
    onSuccess: async (answer) => {
      if (!options.quiet && isChange(answer)) (options.final ? undoing.announceFinal : announceChange)(answer)
      await queryClient.invalidateQueries()
    },
  })

  async function change(input: Input): Promise<Output | undefined> {
    try {
      return await mutation.mutateAsync(input)
    } catch {
      return undefined
    }
  }

  return {
    change,
    busy: mutation.isPending,
    refusal: computed(() => (mutation.error.value === null ? undefined : sentenceOf(mutation.error.value))),
    /** Takes the sentence away, when the officer begins anew. */
    clear: mutation.reset,
  }
}

function isChange(answer: unknown): answer is Change {
  return typeof answer === 'object' && answer !== null && 'transactionId' in answer && 'sentence' in answer
}
