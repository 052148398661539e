import { z } from 'zod'
import { civilDate, procedure, rowId } from './base.ts'
import { explainedFigure } from './figures.ts'
import { action } from './meetings.ts'
import { paperRow } from './papers.ts'

/** The first screen: what is coming, what needs the officer, and what is worth a look. */
export const today = {
  get: procedure.output(
    z.object({
      date: civilDate,
      nextStatutory: z.object({ name: z.string(), date: civilDate, days: z.number().int() }).nullable(),
      comingUp: z.array(z.object({ id: rowId, name: z.string(), date: civilDate, detail: z.string(), standing: z.string(), tone: z.enum(['good', 'warn', 'bad', 'info', 'neutral']) })),
      actions: z.object({ overdue: z.number().int(), dueThisWeek: z.number().int(), open: z.number().int(), rows: z.array(action) }),
      figures: z.array(explainedFigure),
      worthALook: z.array(z.object({ text: z.string(), quiet: z.string(), to: z.string() })),
      papers: z.array(paperRow),
    }),
  ),
}
