import { foldWords } from '../domain/fold-words.ts'

/** "Birmingham City Council" is the council of Birmingham. */
const COUNCIL = /\s+(?:(?:city|borough|county|metropolitan|district|metropolitan borough|metropolitan district)\s+)?council$/iu

/** The town of a council, as it stands before the names of its districts; empty where the name says none. */
export function townOfCouncil(council: string): string {
  return COUNCIL.test(council) ? council.replace(COUNCIL, '').trim() : ''
}

/** "Bury North" is a part of Bury that has no other name, so its town stays before it. */
const COMPASS = /^(?:north|south|east|west|central|mid)\b/iu

/**
 * Spells the districts of a file as the workspace does. Registers write a constituency with its town, "Birmingham,
 * Yardley" or "Birmingham Yardley", where officers say "Yardley": those three are one district. A district that lies in
 * no town of the council's (Meriden) is taken as it is said.
 *
 * @param known the districts of the workspace, the spelling to prefer first
 * @param town the council's own, which may stand before a district; empty where there is none
 */
export function districtSpeller(known: Iterable<string>, town: string): { spelled(name: string): string; isNew(spelled: string): boolean } {
  const withoutTown = (name: string): string => {
    const line = name.trim().replace(/\s+/gu, ' ')
    if (town === '' || !foldWords(line).startsWith(foldWords(town))) return line
    const after = line.slice(town.length)
    const rest = after.replace(/^[,\s]+/u, '')
    return rest === '' || rest === after || (!after.startsWith(',') && COMPASS.test(rest)) ? line : rest
  }
  const spellings = new Map<string, string>()
  for (const name of known) {
    const key = foldWords(withoutTown(name))
    if (!spellings.has(key)) spellings.set(key, name)
  }
  return {
    spelled(name) {
      const short = withoutTown(name)
      return spellings.get(foldWords(short)) ?? short
    },
    isNew: (spelled) => !spellings.has(foldWords(withoutTown(spelled))),
  }
}
