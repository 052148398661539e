import { z } from 'zod'
import { change, civilDate, procedure, progressOf, rowId } from './base.ts'

export const importKind = z.enum(['register', 'links', 'visits', 'attendance', 'needs', 'outcomes'])
export type ImportKind = z.infer<typeof importKind>

export const refusedRow = z.object({ line: z.number().int(), urn: z.string(), reason: z.string() })
export type RefusedRow = z.infer<typeof refusedRow>

/** One row of a preview, for the lists on screen: at most 200 of each sort are sent, the counts are always whole. */
export const previewRow = z.object({
  line: z.number().int().nullable(),
  urn: z.string(),
  name: z.string(),
  change: z.enum(['added', 'changed', 'statusChanged', 'notInFile']),
  /** Field by field, as an officer calls them. */
  fields: z.array(z.object({ field: z.string(), before: z.string(), after: z.string() })),
})
export type PreviewRow = z.infer<typeof previewRow>

/** What an import will do, or did. `statusChanged` rows are counted in `changed` too. */
export const importOutcome = z.object({
  kind: importKind,
  fileName: z.string(),
  sha256: z.string(),
  encoding: z.string(),
  /** The date that the file's changes are dated by; null where a kind has none. */
  fileDate: civilDate.nullable(),
  fileDateFrom: z.string().nullable(),
  rows: z.number().int(),
  added: z.number().int(),
  changed: z.number().int(),
  statusChanged: z.number().int(),
  unchanged: z.number().int(),
  notInFile: z.number().int(),
  ignored: z.number().int(),
  refused: z.array(refusedRow),
  refusedCount: z.number().int(),
  examples: z.array(previewRow),
  /** Sentences an officer should read before applying (columns absent, file older than the register…). */
  notes: z.array(z.string()),
  /** Seals what was shown: apply is refused where the same file would now do something else. */
  digest: z.string(),
  applied: z.boolean(),
  transactionId: rowId.nullable(),
})
export type ImportOutcome = z.infer<typeof importOutcome>

const importInput = z.object({
  kind: importKind,
  file: z.file(),
  /** Only records of this local authority, three digits. */
  la: z.string().regex(/^\d{3}$/).optional(),
  date: civilDate.optional(),
})

export const imports = {
  preview: procedure.input(importInput).output(progressOf(importOutcome)),
  apply: procedure.input(importInput.extend({ digest: z.string() })).output(progressOf(importOutcome)),
  list: procedure.output(
    z.array(
      z.object({
        id: rowId,
        kind: importKind,
        fileName: z.string(),
        sha256: z.string(),
        fileDate: civilDate.nullable(),
        at: z.string(),
        officer: z.string(),
        added: z.number().int(),
        changed: z.number().int(),
        transactionId: rowId,
        undone: z.boolean(),
      }),
    ),
  ),
  undo: procedure.input(z.object({ id: rowId })).output(change),
}
