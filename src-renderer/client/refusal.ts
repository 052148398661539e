import { ORPCError } from '@orpc/client'
import { connectionLost } from './connection.ts'

export const CORE_STOPPED = "Quartet's core has stopped. Nothing that was saved is lost. Start Quartet again."

/** Whether an error is an expected failure, whose message is a sentence for the officer. */
export function isRefusal(error: unknown): error is ORPCError<'REFUSED', unknown> {
  return error instanceof ORPCError && error.code === 'REFUSED'
}

/** The stable name of a refusal, for what can be mended on the spot; undefined for any other failure. */
export function codeOf(error: unknown): string | undefined {
  if (!isRefusal(error)) return undefined
  const { data } = error
  return typeof data === 'object' && data !== null && 'code' in data && typeof data.code === 'string' ? data.code : undefined
}

/** What to show for any failure: the core's own sentence for a refusal, else what is safe and what to do. */
export function sentenceOf(error: unknown): string {
  if (isRefusal(error)) return error.message
  if (connectionLost.value) return CORE_STOPPED
  return 'That did not work, and nothing was changed. Try once more; if it happens again, start Quartet again.'
}
