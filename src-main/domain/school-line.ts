import { foldWords } from './fold-words.ts'

/** A row of the register's links file: `linkUrn` is to `urn` what `type` says. */
export interface Link {
  urn: string
  linkUrn: string
  /** "Predecessor", "Successor - merged", "Result of Amalgamation"… */
  type: string
}

/**
 * The school line backwards (DOMAIN.md, "Line"): every link whose type begins "Predecessor" or, seen from the other
 * side, "Successor", followed to the end. Other types of link carry nothing over.
 *
 * @returns for a URN the URNs of all records before it, sorted; never its own, even where links run in a circle
 */
export function predecessors(links: Iterable<Link>): (urn: string) => readonly string[] {
  const before = directPredecessors(links)
  const answers = new Map<string, readonly string[]>()
  return (urn) => {
    if (!before.has(urn)) return NONE
    const known = answers.get(urn)
    if (known) return known
    const found = followed(urn, before)
    answers.set(urn, found)
    return found
  }
}

const NONE: readonly string[] = []

/** One step back in the line: whom a link names as the one before. Null for links of other types. */
export function stepBack(link: Link): { urn: string; before: string } | null {
  const type = foldWords(link.type)
  if (type.startsWith('predecessor')) return { urn: link.urn, before: link.linkUrn }
  if (type.startsWith('successor')) return { urn: link.linkUrn, before: link.urn }
  return null
}

function directPredecessors(links: Iterable<Link>): Map<string, Set<string>> {
  const before = new Map<string, Set<string>>()
  for (const link of links) {
    const step = stepBack(link)
    if (!step) continue
    const known = before.get(step.urn)
    if (known) known.add(step.before)
    else before.set(step.urn, new Set([step.before]))
  }
  return before
}

function followed(urn: string, before: Map<string, Set<string>>): readonly string[] {
  const found = new Set<string>([urn])
  const toFollow = [urn]
  for (let next = toFollow.pop(); next !== undefined; next = toFollow.pop()) {
    for (const earlier of before.get(next) ?? []) {
      if (found.has(earlier)) continue
      found.add(earlier)
      toFollow.push(earlier)
    }
  }
  found.delete(urn)
  return [...found].sort()
}
