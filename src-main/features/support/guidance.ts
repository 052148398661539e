import { z } from 'zod'
import guidanceFile from '../../../resources/wording/guidance.json' with { type: 'json' }
import { civilDate } from '../../api/base.ts'

const guidance = z.object({ versions: z.array(z.object({ name: z.string(), from: civilDate, source: z.string() })).min(1) })

/** Versions of "Schools causing concern", kept as data: an escalation and a concern say which one they follow. */
export const guidanceVersions = guidance.parse(guidanceFile).versions
