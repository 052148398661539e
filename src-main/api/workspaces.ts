import { z } from 'zod'
import { change, civilDate, procedure, words } from './base.ts'

/** The workspace that is open, and the desk it stands on. */
export const workspaceState = z.object({
  name: z.string(),
  path: z.string(),
  sample: z.boolean(),
  /** The civil date that counts as today: the clock's, but the sample workspace stands still in June 2016. */
  today: civilDate,
  officer: z.string(),
  counts: z.object({ schools: z.number().int(), openActions: z.number().int(), papers: z.number().int() }),
  /** Local time of the last checked backup, `YYYY-MM-DDTHH:MM`, or null. */
  backedUpAt: z.string().nullable(),
})
export type WorkspaceState = z.infer<typeof workspaceState>

export const workspaces = {
  current: procedure.output(workspaceState),
  /** Workspaces this desk has opened before, newest first. */
  known: procedure.output(z.array(z.object({ path: z.string(), name: z.string(), sample: z.boolean(), current: z.boolean() }))),
  /** Makes an empty workspace of that name in the desk's folder and opens it. */
  create: procedure.input(z.object({ name: words(80) })).output(workspaceState),
  open: procedure.input(z.object({ path: z.string().min(1) })).output(workspaceState),
  openSample: procedure.output(workspaceState),
  setOfficer: procedure.input(z.object({ officer: words(120) })).output(workspaceState),
  /** A checked copy: in the `Backups` folder beside the workspace, or at `to` where the command line names a file. */
  backUp: procedure.input(z.object({ to: z.string().min(1).optional() }).default({})).output(z.object({ path: z.string(), at: z.string() })),
}

export const history = {
  /** The last changes, newest first. With `table` and `row` the story of that one row. */
  list: procedure
    .input(z.object({ table: z.string().optional(), row: z.string().optional(), limit: z.number().int().min(1).max(500).default(50) }))
    .output(
      z.array(
        z.object({
          transactionId: z.string(),
          at: z.string(),
          officer: z.string(),
          summary: z.string(),
          changes: z.number().int(),
          undone: z.boolean(),
        }),
      ),
    ),
  /** Takes a whole transaction back, if nothing later depends on it; the sentence of a refusal says what does. */
  undo: procedure.input(z.object({ transactionId: z.string() })).output(change),
  verify: procedure.output(
    z.object({
      ok: z.boolean(),
      entries: z.number().int(),
      head: z.string(),
      problems: z.array(z.object({ kind: z.string(), table: z.string(), row: z.string(), message: z.string() })),
    }),
  ),
}
