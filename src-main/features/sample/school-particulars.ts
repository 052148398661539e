import type { SchoolsTable } from '../../database/index.ts'
import { outcomeOf, type Inspection } from '../../domain/inspections.ts'
import { writeRestByHeading } from '../../domain/register-rest.ts'
import { chanceFor, type Chance } from './chance.ts'
import type { SampleRecord } from './school-line.ts'
import type { FeaturedSchool, SampleSeed } from './seed.ts'

/** What the register says of a school beside the facts that figures depend on. */
export type Particulars = Pick<
  SchoolsTable,
  | 'la_code' | 'la_name' | 'establishment_number' | 'street' | 'locality' | 'town' | 'county' | 'postcode' | 'website' | 'telephone' | 'low_age'
  | 'high_age' | 'capacity' | 'pupils' | 'gender' | 'religious_character' | 'sponsor' | 'ward' | 'head_role' | 'rest'
> & { trust: string | null; inspection: Inspection | null }

/** What judging a school's need and its inspection have to agree on. */
export interface KnownOfSchool {
  requires: boolean
  featured: FeaturedSchool | null
}

/**
 * Invents the particulars of every record. Postcodes are in a district that the post does not have, telephone numbers in
 * the range that is kept for fiction, websites under a name that never resolves.
 */
export function particularsMaker({ names, districts, plan }: SampleSeed): (record: SampleRecord, known: KnownOfSchool) => Particulars {
  const chance = chanceFor(plan.seed, 'particulars', plan.holidays)
  const wards = new Map(districts.map((district) => [district.name, district.wards]))
  return (record, known) => {
    const number = record.urn.slice(3)
    const type = record.types.at(-1)?.value ?? ''
    const academy = /^(Academy|Free|Studio|University)/.test(type)
    const trust = academy ? chance.pick(names.trusts) : null
    const ages = agesOf(record, chance)
    const capacity = capacityOf(record, ages.high_age, chance)
    return {
      la_code: '330',
      la_name: 'Birmingham',
      establishment_number: `9${number}`,
      street: `${chance.whole(1, 240)} ${chance.pick(names.streets)} ${chance.pick(names.streetEndings)}`,
      locality: record.district,
      town: record.district === 'Sutton Coldfield' ? 'Sutton Coldfield' : 'Birmingham',
      county: 'West Midlands',
      postcode: `B0 ${chance.whole(1, 9)}${chance.pick(LETTERS)}${chance.pick(LETTERS)}`,
      website: `www.${slug(record.name)}.example`,
      telephone: `0121 496 0${number}`,
      ...ages,
      capacity,
      pupils: Math.round((capacity * chance.whole(78, 101)) / 100),
      gender: /for Girls$/.test(record.name) ? 'Girls' : /for Boys$/.test(record.name) ? 'Boys' : 'Mixed',
      religious_character: / Catholic /.test(record.name) ? 'Roman Catholic' : / CE /.test(record.name) ? 'Church of England' : 'Does not apply',
      trust,
      sponsor: /sponsor led/.test(type) ? trust : null,
      ward: chance.pick(wards.get(record.district) ?? []),
      head_role: record.phase === 'Secondary' && academy ? 'Principal' : 'Head teacher',
      rest: restOf(record, ages, trust),
      ...inspectionOf(record, known, chance),
    }
  }
}

/** What the register says beside, where the sample's invention gives it away. */
function restOf({ phase, district }: SampleRecord, { low_age, high_age }: ReturnType<typeof agesOf>, trust: string | null): string | null {
  return writeRestByHeading({
    'Boarders (name)': 'No boarders',
    'NurseryProvision (name)': low_age < 4 ? 'Has Nursery Classes' : phase === 'Primary' ? 'No Nursery Classes' : 'Not applicable',
    'OfficialSixthForm (name)': high_age > 16 ? 'Has a sixth form' : 'Does not have a sixth form',
    'AdmissionsPolicy (name)': high_age > 11 ? 'Non-selective' : 'Not applicable',
    'CensusDate': '21-01-2016',
    'TrustSchoolFlag (name)': trust === null ? 'Not supported by a trust' : 'Supported by a multi-academy trust',
    'ParliamentaryConstituency (name)': `Birmingham, ${district}`,
    'GOR (name)': 'West Midlands',
    'UrbanRural (name)': '(England/Wales) Urban major conurbation',
  })
}

const LETTERS = [...'ABDEFGHJLNPQRSTUWXYZ']

function slug(name: string): string {
  return name.toLowerCase().replace(/[’.]/g, '').replace(/[^a-z]+/g, '-')
}

function agesOf({ name, phase, types }: SampleRecord, chance: Chance): { low_age: number; high_age: number } {
  const between = (low_age: number, high_age: number) => ({ low_age, high_age })
  if (/ Infant /.test(name)) return between(chance.pick([3, 4]), 7)
  if (/ Junior /.test(name)) return between(7, 11)
  if (/^(Studio|University)/.test(types.at(-1)?.value ?? '')) return between(14, 19)
  switch (phase) {
    case 'Nursery':
      return between(chance.pick([2, 3]), 5)
    case 'Primary':
      return between(chance.pick([3, 3, 4]), 11)
    case 'Secondary':
      return between(11, chance.pick([16, 18]))
    case 'All-through':
      return between(4, 18)
    case '16 plus':
      return between(16, 19)
    default:
      return chance.pick([between(3, 11), between(11, 19), between(5, 16)])
  }
}

function capacityOf({ phase, name }: SampleRecord, highAge: number, chance: Chance): number {
  if (phase === 'Nursery') return chance.whole(8, 14) * 10
  if (phase === 'Primary') return highAge === 7 ? chance.pick([180, 270]) : / Junior /.test(name) ? chance.pick([240, 360]) : chance.pick([210, 315, 420, 420, 630])
  if (phase === 'Secondary' || phase === 'All-through') return chance.whole(20, 48) * 30
  return chance.whole(6, 22) * 10
}

const RATINGS = { requires: ['Requires improvement', 'Requires improvement', 'Requires improvement', 'Good', 'Special Measures', 'Serious Weaknesses'], secure: ['Good', 'Good', 'Good', 'Good', 'Outstanding', 'Requires improvement'] }

/** A school that opened lately or is to open has not been inspected yet. */
function inspectionOf({ openDate }: SampleRecord, { requires, featured }: KnownOfSchool, chance: Chance): Pick<Particulars, 'inspection'> {
  const rating = chance.pick(requires ? RATINGS.requires : RATINGS.secure)
  const year = chance.whole(2011, 2015)
  const date = chance.pick([chance.workingDay(`${year}-09-14`, `${year}-10-20`), chance.workingDay(`${year}-11-04`, `${year}-12-11`), chance.workingDay(`${year}-01-12`, `${year}-02-10`)])
  if (openDate !== null && openDate >= '2014-01-01') return { inspection: null }
  return { inspection: { date: featured?.ofstedDate ?? date, outcome: outcomeOf(featured?.ofstedRating ?? rating) } }
}
