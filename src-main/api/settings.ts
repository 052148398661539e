import { z } from 'zod'
import { change, civilDate, procedure, words } from './base.ts'

export const contactKind = z.enum(['visit', 'telephone', 'virtual', 'meeting'])
export type ContactKind = z.infer<typeof contactKind>

/** The choices that figures depend on (DOMAIN.md, "Statistics"); each figure keeps the ones it was counted with. */
export const figureSettings = z.object({
  /** Visits, attendance and judgements of a record's predecessors count for the record. */
  carryOver: z.boolean(),
  /** Phases of education left out of every group, as the register writes them. */
  phasesLeftOut: z.array(z.string()),
  /** Kinds of contact that count as a contract visit. */
  contactKinds: z.array(contactKind).min(1),
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
  /** The council keeps the names of head teachers and proprietors that the register gives. */
  keepHeadNames: z.boolean(),
})
export type SettingsState = z.infer<typeof settingsState>

export const settings = {
  get: procedure.output(settingsState),
  save: procedure.input(settingsState.partial()).output(change),
}
