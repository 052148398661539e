import type { CivilDate, SchoolGroup } from '../../api/base.ts'
import { chanceFor } from './chance.ts'
import { recordsOn, type SampleLine, type SampleRecord } from './school-line.ts'
import type { SampleSeed } from './seed.ts'

export interface SampleAttendance {
  /** Code of the district's group: "DSG-YAR". */
  group: string
  date: CivilDate
  record: SampleRecord
  attended: boolean
}

/** The checklist of every District Strategy Group meeting: each school of the district, and whether it came. */
export function sampleAttendance({ plan, districts }: SampleSeed, lines: readonly SampleLine[]): SampleAttendance[] {
  const chance = chanceFor(plan.seed, 'attendance')
  const coming = new Set([...comers('maintained'), ...comers('academy')])
  return districts.flatMap(({ name, code, rounds }) =>
    lines
      .filter((line) => line.record.district === name)
      .flatMap((line) => {
        const dates = coming.has(line) ? datesOf(line, rounds) : []
        return rounds.flatMap((date) =>
          recordsOn(line, date).map((record, i): SampleAttendance => ({ group: code, date, record, attended: i === 0 && dates.includes(date) })),
        )
      }),
  )

  /** Who has come at least once: those that the seed says, and others up to the plan's number. */
  function comers(group: SchoolGroup): SampleLine[] {
    const own = lines.filter((line) => line.group === group)
    const sure = own.filter(isSure)
    const others = chance.shuffled(own.filter((line) => !isSure(line)))
    return [...sure, ...others.slice(0, plan.attended[group] - sure.length)]
  }

  function datesOf(line: SampleLine, rounds: readonly CivilDate[]): CivilDate[] {
    if (line.featured?.rounds) return line.featured.rounds.flatMap((round) => rounds[round - 1] ?? [])
    const opened = line.record.openDate
    const possible = isSure(line) && opened !== null ? rounds.filter((date) => date < opened) : rounds
    const always = chance.pick(possible)
    return possible.filter((date) => date === always || chance.happens(55))
  }
}

/** Came for certain: by the seed's word, or as a predecessor only, so that carrying over matters. */
function isSure({ featured, conversion, before }: SampleLine): boolean {
  return featured?.rounds !== undefined || conversion?.attended === 'before' || (conversion === null && before.length > 0)
}
