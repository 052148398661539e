import { foldName } from './fold-words.ts'

/** A record that words may mean. */
export interface NamedRecord {
  urn: string
  name: string
  /** On the day that is asked about. */
  open: boolean
}

/** What some words mean: one record, or several between which only the officer can choose. */
export interface SchoolMatch {
  school: NamedRecord | null
  others: NamedRecord[]
}

/** More choices than these help nobody. */
const MOST_OTHERS = 12

/**
 * Finds records by what a list from elsewhere calls them: a URN, alone or within the words ("103120 Ashfold"), else the
 * name as it is written, else a name that holds all the words. Of several records of one name the open one is meant;
 * where that leaves several, none is taken.
 *
 * @param records all that may be meant, in the order in which choices are to be offered
 */
export function schoolMatcher(records: readonly NamedRecord[]): (text: string) => SchoolMatch {
  const byUrn = new Map(records.map((record) => [record.urn, record]))
  const byName = new Map<string, NamedRecord[]>()
  const folded = records.map((record) => ({ record, name: foldName(record.name) }))
  for (const { record, name } of folded) {
    const same = byName.get(name)
    if (same) same.push(record)
    else byName.set(name, [record])
  }
  return (text) => {
    const urn = /(?<!\d)\d{6}(?!\d)/.exec(text)?.[0]
    const known = urn === undefined ? undefined : byUrn.get(urn)
    if (known) return { school: known, others: [] }
    const name = foldName(text)
    if (name === '') return { school: null, others: [] }
    const same = onlyOpen(byName.get(name) ?? [])
    if (same.length > 0) return settled(same)
    const words = name.split(' ')
    return settled(onlyOpen(folded.flatMap(({ record, name: written }) => (words.every((word) => written.includes(word)) ? [record] : []))))
  }
}

function settled(found: readonly NamedRecord[]): SchoolMatch {
  const [first] = found
  return found.length === 1 && first ? { school: first, others: [] } : { school: null, others: found.slice(0, MOST_OTHERS) }
}

/** The open ones of several; all of them where none is open. */
function onlyOpen(found: readonly NamedRecord[]): readonly NamedRecord[] {
  const open = found.filter((record) => record.open)
  return open.length > 0 ? open : found
}
