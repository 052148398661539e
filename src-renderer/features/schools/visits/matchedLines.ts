import { emptyLine, type DayLine } from './dayDraft.ts'
import type { PastedLine } from './pastedLines.ts'

/** So many names are looked up at once. */
const BATCH = 500

interface Match {
  school: { urn: string; name: string } | null
  others: DayLine['others']
}

/**
 * Pasted lines as lines of the day, each with its school where its name settles which it is. Nothing of them is lost:
 * where looking up fails, that line and those after it stay as they were pasted.
 *
 * @param match looks up names, and answers one match a name
 * @returns `failure` is what looking up threw; undefined where it did not
 */
export async function matchedLines(pasted: readonly PastedLine[], newKey: () => string, match: (texts: string[]) => Promise<readonly Match[]>): Promise<{ lines: DayLine[]; failure: unknown }> {
  const lines: DayLine[] = []
  let failure: unknown
  for (let from = 0; from < pasted.length; from += BATCH) {
    const batch = pasted.slice(from, from + BATCH)
    const matches = failure === undefined ? await match(batch.map(({ school }) => school.slice(0, 300))).catch((error: unknown) => void (failure = error)) : undefined
    lines.push(...batch.map((line, at) => lineOf(line, newKey(), matches?.[at])))
  }
  return { lines, failure }
}

function lineOf({ school, purpose, note }: PastedLine, key: string, match: Match | undefined): DayLine {
  const line = { ...emptyLine(key), purpose, note }
  if (!match) return { ...line, pasted: school, notLookedUp: true }
  return match.school ? { ...line, urn: match.school.urn, schoolName: match.school.name } : { ...line, pasted: school, others: match.others }
}
