import { z } from 'zod'
import { change, civilDate, outgoingFile, procedure, progressOf, rowId } from './base.ts'

export const importKind = z.enum(['register', 'links', 'visits', 'attendance', 'needs', 'districts', 'outcomes'])
export type ImportKind = z.infer<typeof importKind>

/** Kinds whose columns an officer may match by hand; the files of the others are a register's own. */
export const matchedByHand: ReadonlySet<ImportKind> = new Set<ImportKind>(['register', 'visits', 'attendance', 'needs', 'districts'])

/** Where each field of a kind comes from: a column of the file, by name, or one value for every row. What is not named is not in the file. */
export const columnMatch = z.record(z.string().max(60), z.union([z.object({ column: z.string().max(200) }).strict(), z.object({ value: z.string().max(500) }).strict()]))
export type ColumnMatch = z.infer<typeof columnMatch>

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
  /** Of a workbook: the sheet that was read, and all that have rows. A CSV file has none. */
  sheet: z.string().nullable(),
  sheets: z.array(z.string()),
  /** How its columns were matched by hand, and the day of it where that was for an earlier file; null where they are known by their names. */
  columns: columnMatch.nullable(),
  matchedOn: civilDate.nullable(),
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
  /** Of a workbook; without it, the first sheet that has rows. */
  sheet: z.string().max(200).optional(),
  /** Only records of this local authority, three digits. */
  la: z.string().regex(/^\d{3}$/).optional(),
  date: civilDate.optional(),
  /** Without it: as matched for a file with the same headings, else by the names of its columns. */
  columns: columnMatch.optional(),
})

/** One import as the list of imports shows it. The counts are those of its preview; they never change. */
export const importRow = z.object({
  id: rowId,
  kind: importKind,
  fileName: z.string(),
  sha256: z.string(),
  encoding: z.string(),
  fileDate: civilDate.nullable(),
  at: z.string(),
  officer: z.string(),
  rows: z.number().int(),
  added: z.number().int(),
  changed: z.number().int(),
  statusChanged: z.number().int(),
  unchanged: z.number().int(),
  notInFile: z.number().int(),
  ignored: z.number().int(),
  refused: z.number().int(),
  transactionId: rowId,
  undone: z.boolean(),
})
export type ImportRow = z.infer<typeof importRow>

/** An import's own page: what the list says, and what has become of it. */
export const importPage = importRow.extend({
  /** The local authority that the file was narrowed to. */
  la: z.string().nullable(),
  /** Who took it back, and when; null where it stands. */
  undoneBy: z.object({ at: z.string(), officer: z.string() }).nullable(),
  /** Whether the file itself is kept. */
  kept: z.boolean(),
})
export type ImportPage = z.infer<typeof importPage>

/** `also`: what was made along the way (a group, a meeting, a type of establishment). */
export const changeSort = z.enum(['added', 'changed', 'statusChanged', 'also', 'refused'])
export type ChangeSort = z.infer<typeof changeSort>

/** One record that an import touched, or one row that it left out. */
export const importChange = z.object({
  key: z.string(),
  /** Null where what was made is no school's. */
  urn: z.string().nullable(),
  name: z.string(),
  fields: z.array(z.object({ field: z.string(), before: z.string(), after: z.string() })),
  /** What became of it later, in a sentence; null where it stands as the import left it. */
  since: z.string().nullable(),
})
export type ImportChange = z.infer<typeof importChange>

/** What keeps an import from being undone: a sentence for all, and the first few each with its place. */
export const importObstacles = z.object({
  sentence: z.string().nullable(),
  places: z.array(z.object({ words: z.string(), to: z.string() })),
})
export type ImportObstacles = z.infer<typeof importObstacles>
/** What a file has and what a kind wants, for an officer to say which is which. */
export const importColumns = z.object({
  fileName: z.string(),
  sheet: z.string().nullable(),
  sheets: z.array(z.string()),
  /** Each with the first values that stand in it. */
  columns: z.array(z.object({ name: z.string(), samples: z.array(z.string()) })),
  fields: z.array(
    z.object({
      key: z.string(),
      label: z.string(),
      needed: z.boolean(),
      /** Whether one value may stand for every row, and which values there are where they are few. */
      same: z.enum(['no', 'text', 'date', 'choice']),
      choices: z.array(z.string()),
    }),
  ),
  /** What is known by name alone. */
  byName: columnMatch,
  /** What to begin with: as matched for an earlier file, or else the likeliest. */
  proposed: columnMatch,
  matchedOn: civilDate.nullable(),
})
export type ImportColumns = z.infer<typeof importColumns>

export const imports = {
  /** The columns of a file; refused for a kind whose columns are never matched by hand. */
  columns: procedure.input(importInput.pick({ kind: true, file: true, sheet: true })).output(importColumns),
  preview: procedure.input(importInput).output(progressOf(importOutcome)),
  apply: procedure.input(importInput.extend({ digest: z.string() })).output(progressOf(importOutcome)),
  list: procedure.output(z.array(importRow)),
  get: procedure.input(z.object({ id: rowId })).output(importPage),
  /** One window of what an import did; `counts` are of all sorts under the same search. A change of status is a change too. */
  changes: procedure
    .input(
      z.object({
        id: rowId,
        sort: changeSort,
        search: z.string().max(200).default(''),
        offset: z.number().int().min(0).default(0),
        limit: z.number().int().min(1).max(500).default(100),
      }),
    )
    .output(z.object({ total: z.number().int(), rows: z.array(importChange), counts: z.record(changeSort, z.number().int()) })),
  /** The kept file, byte for byte as it was given. */
  file: procedure.input(z.object({ id: rowId })).output(outgoingFile),
  /** What depends on an import by now; no sentence where it can be undone. */
  obstacles: procedure.input(z.object({ id: rowId })).output(importObstacles),
  undo: procedure.input(z.object({ id: rowId })).output(change),
  /** The same with its steps: the undoing of a national register takes as long as its import. */
  undoInSteps: procedure.input(z.object({ id: rowId })).output(progressOf(change)),
}
