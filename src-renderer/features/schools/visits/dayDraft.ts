import { z } from 'zod'
import { civilDate, urn } from '../../../../src-main/api/base.ts'
import { contactKind } from '../../../../src-main/api/settings.ts'

const choice = z.object({ urn, name: z.string() })

const dayLine = z.object({
  key: z.string(),
  urn: urn.nullable(),
  schoolName: z.string(),
  /** What a pasted list called the school, where that did not settle which it is. */
  pasted: z.string(),
  /** The schools that it may be. */
  others: z.array(choice),
  /** What was pasted could not be asked about. */
  notLookedUp: z.boolean().default(false),
  purpose: z.string(),
  note: z.string(),
})
export type DayLine = z.infer<typeof dayLine>

const dayDraft = z.object({
  date: civilDate.nullable(),
  visitor: z.string(),
  kind: contactKind,
  status: z.enum(['completed', 'planned']),
  counts: z.boolean(),
  lines: z.array(dayLine).min(1),
})
/** The visits of a day as far as they have been typed. */
export type DayDraft = z.infer<typeof dayDraft>

export function emptyLine(key: string): DayLine {
  return { key, urn: null, schoolName: '', pasted: '', others: [], notLookedUp: false, purpose: '', note: '' }
}

export function emptyDay(today: string, key: string): DayDraft {
  return { date: today, visitor: '', kind: 'visit', status: 'completed', counts: true, lines: [emptyLine(key)] }
}

/** A draft that was kept, read as a stranger's: a broken one counts as none. */
export function readDay(kept: string | null): DayDraft | null {
  if (kept === null) return null
  try {
    const read = dayDraft.safeParse(JSON.parse(kept))
    return read.success ? read.data : null
  } catch {
    return null
  }
}

/** Nothing has been typed into it. */
export function isBlank({ urn: school, pasted, purpose, note }: DayLine): boolean {
  return school === null && pasted === '' && purpose.trim() === '' && note.trim() === ''
}

/** The lines that are visits: the rest wait to be filled. */
export function filledLines(draft: DayDraft): DayLine[] {
  return draft.lines.filter((line) => !isBlank(line))
}

/** What is wrong with a line, to be said at it; null where it can be recorded. */
export function lineFault(line: DayLine): string | null {
  if (line.purpose.trim().length > 500) return 'Keep the purpose to 500 characters; the note takes more'
  if (isBlank(line) || line.urn !== null) return null
  if (line.pasted === '') return 'Choose the school'
  if (line.notLookedUp) return `“${line.pasted}” has not been looked up: choose the school`
  return line.others.length > 0 ? `“${line.pasted}” may be any of ${line.others.length} schools: choose one` : `No school is called “${line.pasted}”: type its name or URN`
}

/** What is odd about a line and stops nobody: the same school stands further up. */
export function lineRemark(line: DayLine, lines: readonly DayLine[]): string | null {
  if (/^\d{6}$/.test(line.purpose.trim())) return 'The purpose is a URN: was it meant as the school of the next line?'
  const first = lines.findIndex((other) => other.urn === line.urn)
  return line.urn === null || lines[first] === line ? null : `The same school as on line ${first + 1}`
}
