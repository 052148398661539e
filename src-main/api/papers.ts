import { z } from 'zod'
import { change, civilDate, outgoingFile, procedure, rowChange, rowId, words } from './base.ts'
import { explainedFigure } from './figures.ts'
import { classification, paperBlock } from './paper-blocks.ts'
import { richText } from './richtext.ts'

export const paperLayout = z.enum(['short'])
export type PaperLayout = z.infer<typeof paperLayout>

export const paperState = z.enum(['draft', 'issued', 'superseded'])

export const paperRow = z.object({
  id: rowId,
  kind: z.literal('auditCommittee'),
  title: z.string(),
  meetingDate: civilDate,
  asAt: civilDate,
  layout: paperLayout,
  state: paperState,
  issuedOn: civilDate.nullable(),
  sha256: z.string().nullable(),
})
export type PaperRow = z.infer<typeof paperRow>

export const paperSection = z.object({
  id: rowId,
  key: z.string(),
  number: z.string(),
  heading: z.string(),
  document: richText,
  savedAt: z.string().nullable(),
})
export type PaperSection = z.infer<typeof paperSection>

export const paper = paperRow.extend({
  sections: z.array(paperSection),
  /** Live for a draft, frozen for an issued paper. */
  figures: z.array(explainedFigure),
})
export type Paper = z.infer<typeof paper>

export const papers = {
  list: procedure.output(z.array(paperRow)),
  get: procedure.input(z.object({ id: rowId })).output(paper),
  /** A new draft with the standing wording of its layout. */
  create: procedure.input(z.object({ meetingDate: civilDate, asAt: civilDate, layout: paperLayout.default('short') })).output(rowChange),
  edit: procedure.input(z.object({ id: rowId, title: words(200, 'Give the paper a title'), asAt: civilDate })).output(rowChange),
  saveSection: procedure.input(z.object({ sectionId: rowId, document: richText })).output(z.object({ savedAt: z.string(), transactionId: rowId })),
  /** The paper as it reads, with the words given in place of those that are kept: what Word would set, before it is saved. */
  preview: procedure
    .input(z.object({ id: rowId, words: z.array(z.object({ sectionId: rowId, document: richText })).default([]) }))
    .output(z.object({ classification, blocks: z.array(paperBlock).readonly() })),
  /** The paper as Word. For an issued paper these are the frozen bytes. */
  word: procedure.input(z.object({ id: rowId })).output(outgoingFile),
  /**
   * The paper as at a date, for the command line: of the draft with that date, else of the issued paper (its frozen
   * bytes), else with standing wording. Nothing is stored.
   */
  compose: procedure
    .input(z.object({ asAt: civilDate, layout: paperLayout.default('short') }))
    .output(z.object({ file: outgoingFile, figures: z.array(explainedFigure) })),
  /** Freezes figures and bytes and keeps the hash. An issued paper is never overwritten. */
  issue: procedure.input(z.object({ id: rowId, issuedOn: civilDate })).output(rowChange.extend({ sha256: z.string() })),
  /** A new draft from an issued paper; issuing it supersedes the older. */
  revise: procedure.input(z.object({ id: rowId })).output(rowChange),
  delete: procedure.input(z.object({ id: rowId })).output(change),
}
