import { ORPCError, implement } from '@orpc/server'
import { contract } from '../api/contract.ts'
import { Refusal } from '../domain/refusal.ts'
import type { CoreContext } from './context.ts'

/** A refusal becomes the contract's typed error, so that every host carries the same sentence. The rest stays a bug. */
export function asApiError(error: unknown): unknown {
  if (error instanceof Refusal) {
    return new ORPCError('REFUSED', { status: 422, message: error.message, data: { code: error.code } })
  }
  return error
}

/** Where every feature begins: `answer.visits.record.handler(…)` implements `visits.record` of the contract. */
export const answer = implement(contract)
  .$context<CoreContext>()
  .use(async ({ next }) => {
    try {
      return await next()
    } catch (error) {
      throw asApiError(error)
    }
  })

/** The same for long work, whose refusals come while its steps are being read. */
export async function* withRefusals<Step>(steps: AsyncGenerator<Step, void>): AsyncGenerator<Step, void> {
  try {
    yield* steps
  } catch (error) {
    throw asApiError(error)
  }
}
