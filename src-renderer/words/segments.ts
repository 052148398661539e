import type { Segment } from '../../src-main/api/groups.ts'

const segments: Record<Segment, string> = {
  nursery: 'Nursery',
  primary: 'Primary',
  secondary: 'Secondary',
  allThrough: 'All-through',
  special: 'Special',
  alternative: 'Alternative provision',
  sixteenPlus: '16 plus',
  other: 'Phase not recorded',
}

/** A part of a District Strategy Group, as screens name it. */
export function segmentName(segment: Segment): string {
  return segments[segment]
}
