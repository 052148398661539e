import { NOT_RECORDED, type GroupChoice, type ListAddress } from './listAddress.ts'

const groupWords: Record<GroupChoice, string> = { maintained: 'maintained', academy: 'academies', neither: 'neither group' }

/** So many choices of a filter are named, the rest counted: the note above an export is to be read, and has its limit. */
const NAMED = 5
const LONGEST = 80

/**
 * How a list is narrowed, one filter a phrase, for the note above an export.
 *
 * @param since from when a school counts as not visited, such as "since 1 September 2015"
 */
export function filterWords(address: ListAddress, since = ''): string[] {
  const { search, onlyOpen, status, group, phase, type, district, ward, trust, notVisited, requiresPackage } = address
  const chosen = [
    { what: 'Status', values: onlyOpen ? [] : status },
    { what: 'Group', values: group.map((one) => groupWords[one]) },
    { what: 'Phase', values: phase },
    { what: 'Type', values: type },
    { what: 'District', values: district },
    { what: 'Ward', values: ward },
    { what: 'Trust', values: trust },
  ]
  return [
    onlyOpen ? 'Open schools' : 'Schools open or not',
    ...chosen.flatMap(({ what, values }) => (values.length === 0 ? [] : [`${what}: ${listed(values)}`])),
    ...(notVisited ? [`Not visited ${since}`.trim()] : []),
    ...(requiresPackage ? ['Requires a package'] : []),
    ...(search.trim() === '' ? [] : [`With the words “${search.trim()}”`]),
  ]
}

function listed(values: readonly string[]): string {
  const more = values.length - NAMED
  // One more is named as shortly as it is counted.
  if (more <= 1) return values.map(recorded).join(', ')
  return `${values.slice(0, NAMED).map(recorded).join(', ')} and ${more.toLocaleString('en-GB')} more`
}

function recorded(value: string): string {
  if (value === NOT_RECORDED) return 'not recorded'
  return value.length > LONGEST ? `${value.slice(0, LONGEST - 1)}…` : value
}
