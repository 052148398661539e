import { z } from 'zod'
import { change, civilDate, procedure, words } from './base.ts'

export const contactKind = z.enum(['visit', 'telephone', 'virtual', 'meeting'])
export type ContactKind = z.infer<typeof contactKind>

/** Ways to say how far District Strategy Groups reach (DOMAIN.md, "DSG coverage"). */
export const dsgMethod = z.enum(['attended', 'districtMet', 'meanAttendance'])
export type DsgMethod = z.infer<typeof dsgMethod>

export const termName = z.enum(['autumn', 'spring', 'summer'])
export type TermName = z.infer<typeof termName>

/** One term as the council set it; `year` is the calendar year in which the school year begins. */
export const term = z.object({ year: z.number().int().min(1900).max(2200), name: termName, from: civilDate, to: civilDate })
export type Term = z.infer<typeof term>

/** One term with its boundaries, as the council set them or by convention. */
export const termSpan = z.object({ key: z.string(), title: z.string(), year: z.number().int(), name: termName, from: civilDate, to: civilDate })
export type TermSpan = z.infer<typeof termSpan>

/** The choices that figures depend on (DOMAIN.md, "Statistics"); each figure keeps the ones it was counted with. */
export const figureSettings = z.object({
  /** Visits, attendance and judgements of a record's predecessors count for the record. */
  carryOver: z.boolean(),
  /** Phases of education left out of every group, as the register writes them. */
  phasesLeftOut: z.array(z.string()),
  /** Kinds of contact that count as a contract visit. */
  contactKinds: z.array(contactKind).min(1),
  /** How DSG coverage is counted. Absent in figures of before there was a choice: `attended`. */
  dsgMethod: dsgMethod.optional(),
})
export type FigureSettings = z.infer<typeof figureSettings>

export const settingsState = z.object({
  council: words(120),
  councilAbbreviation: words(20),
  provider: words(120),
  providerAbbreviation: words(20),
  /** The figures' window opens here unless a question says otherwise. */
  contractStart: civilDate,
  figures: figureSettings,
  /** The terms whose boundaries the council has set; the others are by convention. */
  terms: z.array(term).max(600),
  /** The council keeps the names of head teachers and proprietors that the register gives. */
  keepHeadNames: z.boolean(),
})
export type SettingsState = z.infer<typeof settingsState>

export const settings = {
  get: procedure.output(settingsState),
  save: procedure.input(settingsState.partial()).output(change),
  /** The terms of a school year (today's where none is given), as the council set them or by convention. */
  terms: procedure.input(z.object({ year: term.shape.year.optional() }).default({})).output(z.object({ year: z.number().int(), terms: z.array(termSpan) })),
}
