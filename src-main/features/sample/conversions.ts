import { addDays } from '../../domain/dates.ts'
import type { Chance } from './chance.ts'
import type { Place, SampleLine, SampleRecord, SampleRegister } from './school-line.ts'
import { nameBeforeConversion, namesBeforeAmalgamation } from './school-names.ts'
import type { SamplePlan } from './seed.ts'

/** Makes a record of the register at a place, with what is known of its dates. */
export type RecordMaker = (place: Place, dates: Partial<SampleRecord>) => SampleRecord

/** Conversion closes one record and opens another the day after; a type is never edited in place. */
export function convert(plan: SamplePlan, lines: SampleLine[], chance: Chance, record: RecordMaker): void {
  const candidates = chance.shuffled(lines.filter(({ featured, record: { types } }) => featured === null && /^Academy (converter|sponsor led)$/.test(types[0]?.value ?? '')))
  for (const conversion of plan.conversions) {
    const line = candidates.pop()
    if (!line) throw new Error('The plan has more conversions than academies')
    const { record: academy } = line
    const reason = academy.types[0]?.value === 'Academy converter' ? 'Academy Converter' : 'For Academy'
    line.conversion = conversion
    academy.openDate = conversion.opened
    academy.types = academy.types.map((type) => ({ ...type, validFrom: conversion.opened > plan.firstKnown ? conversion.opened : plan.firstKnown }))
    const kind = { type: 'Community school', phase: academy.phase, form: '' }
    line.before = [record({ kind, district: academy.district, name: nameBeforeConversion(academy.name) }, { closeDate: addDays(conversion.opened, -1), reasonClosed: reason })]
  }
}

/** An infant and a junior school become one primary school: two records before it. */
export function amalgamate({ amalgamation: { opened } }: SamplePlan, lines: SampleLine[], record: RecordMaker): void {
  const line = lines.find(({ featured, record: { types, phase, name } }) => featured === null && types[0]?.value === 'Community school' && phase === 'Primary' && name.endsWith(' Primary School'))
  if (!line) throw new Error('The plan has no community primary school to amalgamate')
  const { record: primary } = line
  primary.openDate = opened
  primary.reasonOpened = 'Result of Amalgamation'
  primary.types = primary.types.map((type) => ({ ...type, validFrom: opened }))
  const kind = { type: 'Community school', phase: 'Primary', form: '' }
  const ended = { closeDate: addDays(opened, -1), reasonClosed: 'Result of Amalgamation/Merger' }
  line.before = namesBeforeAmalgamation(primary.name).map((name) => record({ kind, district: primary.district, name }, ended))
}

/** What the register's links file says of a line, from both sides. */
export function linksOf({ record, before }: SampleLine): SampleRegister['links'] {
  const ending = before.length > 1 ? ' - amalgamated' : ''
  const establishedOn = record.openDate
  if (establishedOn === null) return []
  return before.flatMap((earlier) => [
    { urn: record.urn, linkUrn: earlier.urn, type: `Predecessor${ending}`, establishedOn },
    { urn: earlier.urn, linkUrn: record.urn, type: `Successor${ending}`, establishedOn },
  ])
}
