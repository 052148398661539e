/** The few messages between the page's preload and main: their names and their shapes. Both sides parse what comes. */
import { z } from 'zod'

/** The page is ready for its port to the core. */
export const CONNECT = 'quartet:connect'
export const PICK_FILE = 'quartet:pick-file'
export const SAVE_FILE = 'quartet:save-file'

const bytes = z.instanceof(Uint8Array)

export const pickQuestion = z.object({
  title: z.string().max(200),
  kinds: z.array(z.object({ name: z.string().max(100), extensions: z.array(z.string().regex(/^[a-z0-9]{1,10}$/)) })).max(10),
})
export const saveQuestion = z.object({ suggestedName: z.string().min(1).max(255), bytes })

/** A refusal crosses as a value: an error would arrive with Electron's words around the sentence. */
const refused = z.object({ refused: z.string() })
export type RefusedAnswer = z.infer<typeof refused>

export const pickAnswer = z.union([refused, z.object({ picked: z.object({ name: z.string(), bytes }).nullable() })])
export type PickAnswer = z.infer<typeof pickAnswer>
export const saveAnswer = z.union([refused, z.object({ savedAs: z.string().nullable() })])
export type SaveAnswer = z.infer<typeof saveAnswer>

/** What main says to the core process, beside a port. */
export const CLOSE = 'quartet:close'
/** What the core process says to main: why it could not open the workspace. */
export const coreNews = z.object({ refused: z.string() })
export type CoreNews = z.infer<typeof coreNews>
