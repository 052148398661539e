import { z } from 'zod'
import { civilDate, procedure, schoolGroup, urn } from './base.ts'
import { figureSettings } from './settings.ts'

export const figureId = z.enum(['visited', 'dsgCoverage', 'dsgRounds', 'dsgMeetings', 'packagesRequired'])
export type FigureId = z.infer<typeof figureId>

/**
 * A number in a paper with everything that proves it (DOMAIN.md, "Statistics"). `percent` is null where the
 * denominator is 0 or where the figure has none; `text` is what a sentence prints.
 */
export const figure = z.object({
  id: figureId,
  group: schoolGroup.nullable(),
  numerator: z.number().int(),
  denominator: z.number().int().nullable(),
  percent: z.number().int().nullable(),
  text: z.string(),
  asAt: civilDate,
  from: civilDate,
  settings: figureSettings,
  numeratorUrns: z.array(urn),
  denominatorUrns: z.array(urn),
})
export type Figure = z.infer<typeof figure>

/** A figure as a reader meets it: its name and how it was counted, in words. */
export const explainedFigure = figure.extend({ title: z.string(), howCounted: z.string() })
export type ExplainedFigure = z.infer<typeof explainedFigure>

const question = z.object({ asAt: civilDate.optional(), from: civilDate.optional() })

export const figures = {
  /** All figures as at a date (default: today) from the contract's start (or `from`). */
  list: procedure.input(question.default({})).output(z.array(explainedFigure)),
  /** The records behind one figure, in or out of its numerator, by name. */
  records: procedure
    .input(question.extend({ id: figureId, group: schoolGroup.nullable(), which: z.enum(['numerator', 'rest', 'denominator']) }))
    .output(z.array(z.object({ urn, name: z.string(), type: z.string(), district: z.string().nullable() }))),
  /** Figures by district, for the coverage page: one row a district, then the records without one. */
  byDistrict: procedure.input(question.default({})).output(
    z.array(
      z.object({
        district: z.string().nullable(),
        group: schoolGroup,
        open: z.number().int(),
        visited: z.number().int(),
        attended: z.number().int(),
        requirePackage: z.number().int(),
      }),
    ),
  ),
}
