import type { ReadHandle } from '../../database/index.ts'
import { formatDate } from '../../domain/date-words.ts'
import { valueOn } from '../../domain/dated-facts.ts'
import type { CivilDate } from '../../domain/dates.ts'
import { countText } from '../../domain/number-words.ts'
import { districtSpeller, townOfCouncil } from '../../imports/district-name.ts'
import type { CsvFile } from '../../imports/rows.ts'
import { districtReader, type DistrictRow } from '../../imports/small-rows.ts'
import { schoolsWithoutDistrict } from '../schools/list-queries.ts'
import { factsOf, knownDistricts, setDistrict } from '../schools/queries.ts'
import { readSettings } from '../settings/queries.ts'
import { refused, unchanged, type ImportSource, type Planner } from './planner.ts'
import { schoolFinder } from './small-queries.ts'
import { newField, planOfRows, unknownUrn } from './small.ts'

/**
 * Plans a file of school to district. A row holds from its own date, else from the one given, else from the contract's
 * start: no figure asks for a day before that, the first district of a school reaches back before it anyway, and what an
 * officer said of a later day stays. Where the district of that day is the file's already, nothing changes.
 */
export function planDistricts(db: ReadHandle, csv: CsvFile, source: ImportSource): Planner {
  const { council, contractStart } = readSettings(db)
  const date = source.date ?? contractStart
  const speller = districtSpeller(knownDistricts(db), townOfCouncil(council))
  const find = schoolFinder(db)
  const takenOn = new Map<string, number>()
  const without = source.today === undefined ? null : new Set(schoolsWithoutDistrict(db, source.today))
  const newNames = new Set<string>()
  const notes: string[] = []

  const planner = planOfRows<DistrictRow>(['district'], districtReader(csv.headings), (row, line) => {
    const school = find(row.urn)
    if (!school) return unknownUrn(row.urn)
    const before = takenOn.get(row.urn)
    if (before !== undefined) return refused(row.urn, `URN ${row.urn} stands on line ${before} already. Only its first row is taken.`)
    takenOn.set(row.urn, line)
    const district = speller.spelled(row.district)
    const from = row.from ?? date
    const stored = factsOf(db, school.id).filter(({ fact }) => fact === 'district')
    const now = valueOn(stored, from)
    if (now === district) return unchanged
    without?.delete(row.urn)
    if (speller.isNew(district)) newNames.add(district)
    const shown = now === null ? [newField('District', district), newField('From', formatDate(from))] : [{ field: `District from ${formatDate(from)}`, before: now, after: district }]
    return {
      verdict: { sort: now === null ? 'added' : 'changed', urn: row.urn, name: school.name, shown, seal: JSON.stringify([row.urn, district, from]) },
      write: (to, importId) => setDistrict(to, school.id, district, from, importId),
    }
  })
  return {
    ...planner,
    fileDate: date,
    fileDateFrom: source.date === undefined ? 'the contract’s start, as no date was given' : 'as given',
    notes,
    finish() {
      if (newNames.size > 0) notes.push(`${newNames.size === 1 ? 'A district' : `${newNames.size} districts`} that this workspace did not have: ${[...newNames].sort().join(', ')}.`)
      if (without !== null) notes.push(...unmappedNote(without.size, source.today))
    },
  }
}

function unmappedNote(count: number, today: CivilDate | undefined): string[] {
  if (count === 0 || today === undefined) return []
  const schools = count === 1 ? '1 maintained school or academy that is' : `${countText(count)} maintained schools and academies that are`
  return [`With this file, ${schools} open on ${formatDate(today)} will have no district. They are under Schools, “No district”; none is guessed.`]
}
