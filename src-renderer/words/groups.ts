import type { DsgMethod } from '../../src-main/api/settings.ts'

const methods: Record<DsgMethod, string> = {
  attended: 'Schools that attended at least one meeting',
  districtMet: 'Schools in a district whose group has met',
  meanAttendance: 'Mean attendance at a meeting',
}

/** A way to count the coverage of District Strategy Groups, as screens name it. */
export function dsgMethodName(method: DsgMethod): string {
  return methods[method]
}
