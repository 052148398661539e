import { ORPCError, implement } from '@orpc/server'
import { contract } from '../api/contract.ts'
import { asRefusal } from '../database/index.ts'
import { Refusal } from '../domain/refusal.ts'
import type { CoreContext } from './context.ts'
import { noteFault } from './log.ts'

/**
 * A refusal, and what SQLite and the disk refuse while something is read (a damaged file), becomes the contract's typed
 * error, so that every host carries the same sentence. The rest stays a bug.
 */
export function asApiError(error: unknown, workspaceFile: string): unknown {
  const expected = asRefusal(error, workspaceFile)
  if (expected instanceof Refusal) {
    return new ORPCError('REFUSED', { status: 422, message: expected.message, data: { code: expected.code } })
  }
  return error
}

/** Where every feature begins: `answer.visits.record.handler(…)` implements `visits.record` of the contract. */
export const answer = implement(contract)
  .$context<CoreContext>()
  .use(async ({ next, context, path }) => {
    try {
      return await next()
    } catch (error) {
      const told = asApiError(error, context.workspace.file)
      if (!(told instanceof ORPCError)) noteFault(path, told)
      throw told
    }
  })

/** The same for long work, whose refusals come while its steps are being read. */
export async function* withRefusals<Step>(steps: AsyncGenerator<Step, void>, workspaceFile: string): AsyncGenerator<Step, void> {
  try {
    yield* steps
  } catch (error) {
    throw asApiError(error, workspaceFile)
  }
}
