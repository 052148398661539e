import { eventIterator, oc } from '@orpc/contract'
import type { ContractRouterClient } from '@orpc/contract'
import { implement } from '@orpc/server'
import { z } from 'zod'
import type { Answering } from '../answering.ts'

/** A contract with one procedure of each kind that crosses a host: plain, file in, file out, steps of long work. */
export const smallContract = {
  greet: oc.input(z.object({ name: z.string() })).output(z.string()),
  weigh: oc.input(z.object({ file: z.file() })).output(z.object({ name: z.string(), bytes: z.number(), last: z.number() })),
  print: oc.output(z.file()),
  count: oc.input(z.object({ to: z.number() })).output(eventIterator(z.object({ n: z.number() }))),
  wait: oc.output(eventIterator(z.object({ n: z.number() }))),
}
export type SmallClient = ContractRouterClient<typeof smallContract>

/** A small core for the tests of the hosts, which are the same whatever is asked. */
export function makeSmallCore(): Answering & { waiting: number } {
  const contract = implement(smallContract).$context<{ officer: string }>()
  const core = {
    waiting: 0,
    router: contract.router({
      greet: contract.greet.handler(({ input, context }) => `${input.name} at the desk of ${context.officer}`),
      weigh: contract.weigh.handler(async ({ input: { file } }) => {
        const bytes = new Uint8Array(await file.arrayBuffer())
        return { name: file.name, bytes: bytes.length, last: bytes.at(-1) ?? -1 }
      }),
      print: contract.print.handler(() => new File([Uint8Array.of(80, 75, 0, 255)], 'Paper – 21 June.docx', { type: 'application/zip' })),
      count: contract.count.handler(async function* ({ input }) {
        for (let n = 1; n <= input.to; n += 1) yield { n }
      }),
      wait: contract.wait.handler(async function* ({ signal }) {
        core.waiting += 1
        yield { n: 0 }
        await new Promise((resolve) => signal?.addEventListener('abort', resolve))
        core.waiting -= 1
      }),
    }),
    context: () => ({ officer: 'Committee officer' }),
  }
  return core
}
