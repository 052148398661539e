import { NOT_RECORDED, type GroupChoice, type ListAddress } from './listAddress.ts'

const groupWords: Record<GroupChoice, string> = { maintained: 'maintained', academy: 'academies', neither: 'neither group' }

/** How a list is narrowed, one filter a phrase, for the note above an export. */
export function filterWords(address: ListAddress): string[] {
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
    ...chosen.flatMap(({ what, values }) => (values.length === 0 ? [] : [`${what}: ${values.map(recorded).join(', ')}`])),
    ...(notVisited ? ['Not visited'] : []),
    ...(requiresPackage ? ['Requires a package'] : []),
    ...(search.trim() === '' ? [] : [`With the words “${search.trim()}”`]),
  ]
}

function recorded(value: string): string {
  return value === NOT_RECORDED ? 'not recorded' : value
}
