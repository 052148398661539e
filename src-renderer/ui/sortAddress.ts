import type { UiSort } from './shapes.ts'

/** Two sorts as words of an address or of a saved view; what there is none of is not written. */
export function writeSorts(sort: UiSort | undefined, then: UiSort | undefined): Record<string, string> {
  return {
    ...(sort && { sort: sort.key, ...(sort.direction === 'descending' && { order: 'down' }) }),
    ...(sort && then && { then: then.key, ...(then.direction === 'descending' && { thenorder: 'down' }) }),
  }
}

export function readSorts(query: Readonly<Record<string, string | string[]>>): [UiSort | undefined, UiSort | undefined] {
  return [read(query['sort'], query['order']), read(query['then'], query['thenorder'])]
}

function read(key: string | string[] | undefined, order: string | string[] | undefined): UiSort | undefined {
  return typeof key === 'string' && key !== '' ? { key, direction: order === 'down' ? 'descending' : 'ascending' } : undefined
}
