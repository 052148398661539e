import type { RecordAsAt, SchoolFilter } from '../../api/schools.ts'
import { WrongUse } from './command.ts'

/** How a filter says "nothing is recorded". */
const NOT_RECORDED = 'not-recorded'
const KEYS = ['group', 'phase', 'district', 'status', 'open', 'visited', 'requiresPackage', 'search'] as const
type Key = (typeof KEYS)[number]

/** What the filters of a workspace may be, beside those that are the same everywhere. */
export interface KnownValues {
  phases: readonly string[]
  districts: readonly string[]
  statuses: readonly string[]
}

const GROUPS = ['maintained', 'academy', 'neither'] as const

/**
 * Reads `--filter key=value` as the list's own filter: values of one key are alternatives, keys narrow. A key or a value
 * that the workspace cannot have is wrong use, so that a slip of the pen never reads as "no school".
 *
 * @param known null before the workspace is open: then only what is the same everywhere is checked
 */
export function readFilters(given: readonly string[], known: KnownValues | null): SchoolFilter {
  const values = new Map<Key, string[]>()
  for (const one of given) {
    const at = one.indexOf('=')
    const key = KEYS.find((name) => name === one.slice(0, at))
    if (at < 1 || key === undefined) throw new WrongUse(`--filter takes key=value, where key is one of ${KEYS.join(', ')}: “${one}” is none.`)
    values.set(key, [...(values.get(key) ?? []), one.slice(at + 1)])
  }
  const oneOf = (key: Key, words: readonly string[] | undefined) => values.get(key)?.map((value) => (words ? match(key, value, words) : value))
  const yesNo = (key: Key) => {
    const said = new Set(oneOf(key, ['yes', 'no']))
    return said.size === 1 ? said.has('yes') : undefined
  }
  const searches = values.get('search') ?? []
  if (searches.length > 1) throw new WrongUse('--filter search=… is given once.')
  const group = oneOf('group', GROUPS)?.flatMap((value) => GROUPS.find((name) => name === value) ?? [])
  const phase = oneOf('phase', known?.phases.concat(NOT_RECORDED))?.map((value) => (value === NOT_RECORDED ? '' : value))
  const district = oneOf('district', known?.districts.concat(NOT_RECORDED))?.map((value) => (value === NOT_RECORDED ? null : value))
  const status = oneOf('status', known?.statuses)
  const [open, visited, requiresPackage] = [yesNo('open'), yesNo('visited'), yesNo('requiresPackage')]
  return {
    ...(group && { group }),
    ...(phase && { phase }),
    ...(district && { district }),
    ...(status && { status }),
    ...(open !== undefined && { open }),
    ...(visited !== undefined && { visited }),
    ...(requiresPackage !== undefined && { requiresPackage }),
    ...(searches[0] !== undefined && { search: searches[0] }),
  }
}

function match(key: Key, value: string, words: readonly string[]): string {
  const found = words.find((word) => word.toLowerCase() === value.trim().toLowerCase())
  if (found === undefined) throw new WrongUse(`--filter ${key}=… takes one of ${words.map((word) => `“${word}”`).join(', ')}: “${value}” is none.`)
  return found
}

/** One record on one line, for people. */
export function recordLine({ urn, name, type, group, district, status, lastVisit, requiresPackage }: RecordAsAt): string {
  return [urn, name, `${type} (${group ?? 'in neither group'})`, district ?? 'no district', status, lastVisit === null ? 'not visited' : `visited ${lastVisit}`, ...(requiresPackage ? ['requires a package'] : [])].join(', ')
}
