import type { ReadHandle, WriteHandle } from '../../database/index.ts'
import { formatDate } from '../../domain/date-words.ts'
import type { CivilDate } from '../../domain/dates.ts'
import { foldWords } from '../../domain/fold-words.ts'
import { RowFault, fault, orFault } from '../../imports/cells.ts'
import { districtGroupCode } from '../../domain/district-code.ts'
import type { CsvFile } from '../../imports/rows.ts'
import { attendanceReader, type AttendanceRow } from '../../imports/small-rows.ts'
import { refused, unchanged, type Planner } from './planner.ts'
import { changeAttendance, insertAttendance, insertDistrictGroup, insertHeldMeeting, meetingOn, schoolFinder, storedAttendance, storedBodies } from './small-queries.ts'
import { newField, noYes, planOfRows, unknownUrn } from './small.ts'

/** A District Strategy Group, in the workspace already (`id`) or to be made by the first row that names it. */
interface Group {
  id: string | null
  name: string
  code: string
  district: string | null
}

interface Sitting {
  id: string | null
  group: Group
  date: CivilDate
}

/**
 * Plans a file of attendance at District Strategy Groups. A group, and its meeting of a day, are made where the
 * workspace has none; one school has one word a meeting, and a later file may change it.
 */
export function planAttendance(db: ReadHandle, csv: CsvFile): Planner {
  const find = schoolFinder(db)
  const groupOf = groupFinder(db)
  const sittings = new Map<string, Sitting>()
  const takenOn = new Map<string, number>()

  const sittingOf = (group: Group, date: CivilDate): Sitting => {
    const key = `${date} ${group.code}`
    const known = sittings.get(key)
    if (known) return known
    const stored = group.id === null ? undefined : meetingOn(db, group.id, date)
    if (stored?.cancelled) fault(`The meeting of ${group.name} on ${formatDate(date)} was cancelled. Correct the meeting, or this row.`)
    const sitting = { id: stored?.id ?? null, group, date }
    sittings.set(key, sitting)
    return sitting
  }

  return planOfRows<AttendanceRow>(['group', 'district', 'date', 'attended'], attendanceReader(csv.headings), (row, line) => {
    const school = find(row.urn)
    if (!school) return unknownUrn(row.urn)
    const sitting = orFault(() => sittingOf(groupOf(row), row.date))
    if (sitting instanceof RowFault) return refused(row.urn, sitting.message)
    const { group } = sitting
    const key = `${row.date} ${group.code} ${row.urn}`
    const before = takenOn.get(key)
    if (before !== undefined) return refused(row.urn, `This school and meeting stand on line ${before} already. Only the first row is taken.`)
    takenOn.set(key, line)
    const stored = sitting.id === null ? undefined : storedAttendance(db, sitting.id, school.id)
    if (stored?.attended === row.attended) return unchanged
    const what = `${group.name}, ${formatDate(row.date)}`
    const seal = JSON.stringify([row, group.code])
    if (stored) {
      const shown = [{ field: what, before: noYes(stored.attended), after: noYes(row.attended) }]
      return { verdict: { sort: 'changed', urn: row.urn, name: school.name, shown, seal }, write: (to) => changeAttendance(to, stored.id, row.attended) }
    }
    return {
      verdict: { sort: 'added', urn: row.urn, name: school.name, shown: [newField('Group', group.name), newField('Date', formatDate(row.date)), newField('Attended', noYes(row.attended))], seal },
      write: (to) => insertAttendance(to, written(to, sitting), school.id, row.attended),
    }
  })
}

function written(db: WriteHandle, sitting: Sitting): string {
  const { group } = sitting
  group.id ??= insertDistrictGroup(db, { name: group.name, code: group.code, district: group.district ?? '' })
  sitting.id ??= insertHeldMeeting(db, group.id, sitting.date)
  return sitting.id
}

/** Finds the group that a row names, by its name or an alias; a name that no body has is a new group. */
function groupFinder(db: ReadHandle): (row: AttendanceRow) => Group {
  const { bodies, aliases } = storedBodies(db)
  const groups = new Map<string, Group>()
  const others = new Set<string>()
  const codes = new Set(bodies.map((body) => body.code))
  for (const body of bodies) {
    const names = [body.name, ...aliases.filter((alias) => alias.bodyId === body.id).map((alias) => alias.name)]
    for (const name of names.map(foldWords)) {
      if (body.kind === 'districtStrategyGroup') groups.set(name, body)
      else others.add(name)
    }
  }
  return (row) => {
    const name = foldWords(row.group)
    const known = groups.get(name)
    if (known) {
      const elsewhere = row.district !== '' && known.district !== null && foldWords(row.district) !== foldWords(known.district)
      if (elsewhere) fault(`${known.name} is the group of ${known.district ?? ''}, not of ${row.district}.`)
      return known
    }
    if (others.has(name)) fault(`${row.group} is a body of another kind, not a District Strategy Group.`)
    if (row.district === '') fault(`The district is blank, and ${row.group} is not known yet.`)
    const group: Group = { id: null, name: row.group, code: districtGroupCode(row.district, codes), district: row.district }
    codes.add(group.code)
    groups.set(name, group)
    return group
  }
}
