import { REGISTER_COLUMNS, REGISTER_GROUPS, type RegisterGroup } from './register-columns.ts'

/**
 * How a record keeps the rest of its register row: one text, a line a column of `REGISTER_COLUMNS`, blank where nothing
 * is known, without the blank lines at its end; then, for columns of no known name, `heading`, a tab and the value, in
 * the order of their headings. A value is one line and holds no tab, so that the two cannot be taken for each other.
 *
 * As text it takes a third of what JSON would, is found word by word by the search, and is the same whatever the order
 * in which files came in.
 */
export type RestKey = number | string

/** A known column has its place for a key, any other its heading. */
export type Rest = Map<RestKey, string>

export function readRest(text: string | null): Rest {
  const rest: Rest = new Map()
  if (text === null) return rest
  text.split('\n').forEach((line, place) => {
    const tab = line.indexOf('\t')
    if (tab >= 0) rest.set(line.slice(0, tab), line.slice(tab + 1))
    else if (line !== '') rest.set(place, line)
  })
  return rest
}

/** The text that is kept; null where nothing is known. */
export function writeRest(rest: ReadonlyMap<RestKey, string>): string | null {
  return restText([...rest.keys()], [...rest.values()])
}

/** The same from a row: its values stand in the order of the keys. */
export function restText(keys: readonly RestKey[], values: readonly string[]): string | null {
  const lines: string[] = []
  const others: string[] = []
  for (let i = 0; i < keys.length; i += 1) {
    const key = keys[i]
    const value = values[i] ?? ''
    if (value === '' || key === undefined) continue
    if (typeof key === 'string') others.push(`${key}\t${value}`)
    else {
      while (lines.length < key) lines.push('')
      lines[key] = value
    }
  }
  const all = [...lines, ...others.sort()]
  return all.length === 0 ? null : all.join('\n')
}

export interface RestEntry {
  label: string
  value: string
}

export function restLabel(key: RestKey): string {
  if (typeof key === 'string') return key
  const column = REGISTER_COLUMNS[key]
  if (!column) return `Column ${key + 1}`
  return column.group === 'Codes' ? `${column.label} (code)` : column.label
}

/** What a record keeps, as an officer reads it: by group, in the order of the columns. */
export function groupedRest(text: string | null): { group: RegisterGroup; entries: RestEntry[] }[] {
  const groups = new Map<RegisterGroup, RestEntry[]>(REGISTER_GROUPS.map((group) => [group, []]))
  for (const [key, value] of readRest(text)) {
    const group = typeof key === 'number' ? (REGISTER_COLUMNS[key]?.group ?? 'Other') : 'Other'
    groups.get(group)?.push({ label: restLabel(key), value })
  }
  return Array.from(groups, ([group, entries]) => ({ group, entries })).filter(({ entries }) => entries.length > 0)
}

/** From the headings of today's register, for rows that come from no file. */
export function writeRestByHeading(values: Readonly<Record<string, string>>): string | null {
  return writeRest(new Map(Object.entries(values).map(([heading, value]) => [placeOf(heading), value])))
}

function placeOf(heading: string): RestKey {
  const place = REGISTER_COLUMNS.findIndex(({ headings }) => headings.includes(heading))
  return place < 0 ? heading : place
}

/** The columns that hold people's names: kept only where the council chooses to. */
export const NAME_HEADINGS: readonly string[] = ['PropsName']

/** What is left of a kept text without the names of people. */
export function withoutNames(text: string | null): string | null {
  const rest = readRest(text)
  const held = NAME_HEADINGS.filter((heading) => rest.delete(placeOf(heading)))
  return held.length === 0 ? text : writeRest(rest)
}
