import { deriveGroup } from './groups.ts'
import type { EstablishmentType } from './groups.ts'

/**
 * The types a new workspace starts with, by type group: all of the national register of 28 October 2024, then the
 * names that older vintages (2015, 2017) and inspection lists give to the same types.
 *
 * Contains public sector information licensed under the Open Government Licence v3.0.
 */
const BY_TYPE_GROUP: readonly (readonly [typeGroup: string, names: readonly string[]])[] = [
  [
    'Academies',
    [
      'Academy 16 to 19 sponsor led',
      'Academy 16-19 converter',
      'Academy alternative provision converter',
      'Academy alternative provision sponsor led',
      'Academy converter',
      'Academy secure 16 to 19',
      'Academy special converter',
      'Academy special sponsor led',
      'Academy sponsor led',
    ],
  ],
  [
    'Free Schools',
    [
      'Free schools',
      'Free schools 16 to 19',
      'Free schools alternative provision',
      'Free schools special',
      'Studio schools',
      'University technical college',
    ],
  ],
  [
    'Local authority maintained schools',
    [
      'Community school',
      'Foundation school',
      'Local authority nursery school',
      'Pupil referral unit',
      'Voluntary aided school',
      'Voluntary controlled school',
    ],
  ],
  [
    'Special schools',
    ['Community special school', 'Foundation special school', 'Non-maintained special school', 'Other independent special school'],
  ],
  ['Colleges', ['Further education', 'Sixth form centres']],
  ['Independent schools', ['City technology college', 'Other independent school']],
  ['Online provider', ['Online provider']],
  [
    'Other types',
    [
      'British schools overseas',
      'Institution funded by other government department',
      'Miscellaneous',
      'Offshore schools',
      'Secure units',
      "Service children's education",
      'Special post 16 institution',
    ],
  ],
  ['Universities', ['Higher education institutions']],
  ['Welsh schools', ['Welsh establishment']],
]

const OLDER_NAMES: readonly EstablishmentType[] = [
  { name: 'LA Nursery School', typeGroup: 'Local authority maintained schools', group: 'maintained' },
  { name: 'Academy 16-19 Sponsor Led', typeGroup: 'Academies', group: 'academy' },
  { name: 'Free School', typeGroup: 'Free Schools', group: 'academy' },
  { name: 'Free Schools - 16-19', typeGroup: 'Free Schools', group: 'academy' },
  { name: 'Free Schools 16-19', typeGroup: 'Free Schools', group: 'academy' },
  { name: 'Free Schools - Alternative Provision', typeGroup: 'Free Schools', group: 'academy' },
  { name: 'Free Schools - Special', typeGroup: 'Free Schools', group: 'academy' },
]

export const seedEstablishmentTypes: readonly EstablishmentType[] = [
  ...BY_TYPE_GROUP.flatMap(([typeGroup, names]) => names.map((name) => ({ name, typeGroup, group: deriveGroup(name, typeGroup) }))),
  ...OLDER_NAMES,
]
