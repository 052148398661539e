import type { AnyRouter, Context } from '@orpc/server'

/** What a host needs of the core to carry messages to it. */
export interface Answering {
  readonly router: AnyRouter
  /** Made anew for each question. */
  context(): Context
}
