/**
 * The columns that Quartet takes from a register file, and what they were called over the years: GIAS (2017 to today),
 * EduBase (2015) and the data.gov.uk rewriting of 2017. What stands in no row here is kept as it is written
 * (`domain/register-columns.ts`).
 */
export type FieldKind = 'text' | 'code' | 'number' | 'date'

export interface RegisterField {
  /** What an officer calls it. */
  label: string
  headings: readonly string[]
  kind: FieldKind
  /** Codes are text with leading zeros, lost where a file was resaved by a spreadsheet: digits to pad to. */
  digits?: number
}

const text = (label: string, ...headings: string[]): RegisterField => ({ label, headings, kind: 'text' })
const code = (label: string, digits: number, ...headings: string[]): RegisterField => ({ label, headings, kind: 'code', digits })
const number = (label: string, ...headings: string[]): RegisterField => ({ label, headings, kind: 'number' })
const date = (label: string, ...headings: string[]): RegisterField => ({ label, headings, kind: 'date' })

/** Fields that are one value of the record; a newer file's word replaces an older one's. Keys are the stored columns. */
export const REGISTER_FIELDS = {
  name: text('Name', 'EstablishmentName', 'Establishment name', 'School name'),
  la_code: code('Local authority code', 3, 'LA (code)', 'Local authority (code)'),
  la_name: text('Local authority', 'LA (name)', 'Local authority (name)', 'Local authority'),
  establishment_number: code('Establishment number', 4, 'EstablishmentNumber', 'Establishment number'),
  phase: text('Phase', 'PhaseOfEducation (name)', 'Phase of education'),
  open_date: date('Open date', 'OpenDate', 'Opening date'),
  close_date: date('Close date', 'CloseDate', 'Closing date'),
  reason_opened: text('Reason opened', 'ReasonEstablishmentOpened (name)', 'Reason establishment opened'),
  reason_closed: text('Reason closed', 'ReasonEstablishmentClosed (name)', 'Reason establishment closed'),
  street: text('Street', 'Street'),
  locality: text('Locality', 'Locality'),
  address3: text('Address line 3', 'Address3'),
  town: text('Town', 'Town'),
  county: text('County', 'County (name)', 'County'),
  postcode: text('Postcode', 'Postcode'),
  website: text('Website', 'SchoolWebsite', 'WebsiteAddress', 'Website address'),
  telephone: text('Telephone', 'TelephoneNum', 'Telephone number'),
  low_age: number('Lowest age', 'StatutoryLowAge', 'Statutory lowest age'),
  high_age: number('Highest age', 'StatutoryHighAge', 'Statutory highest age'),
  capacity: number('Capacity', 'SchoolCapacity', 'School capacity'),
  pupils: number('Pupils', 'NumberOfPupils', 'Number of pupils'),
  gender: text('Gender', 'Gender (name)', 'Gender'),
  religious_character: text('Religious character', 'ReligiousCharacter (name)', 'Religious character'),
  sponsor: text('Sponsor', 'SchoolSponsors (name)'),
  ward: text('Ward', 'AdministrativeWard (name)', 'Administrative ward'),
  ukprn: text('UKPRN', 'UKPRN'),
  head_role: text('Role of the head teacher', 'HeadPreferredJobTitle'),
  head_name: text('Name of the head teacher', 'HeadLastName', 'Headteacher'),
} as const satisfies Record<string, RegisterField>

export type FieldName = keyof typeof REGISTER_FIELDS

/** Facts that change over time, dated by the file or by the inspection. The others help to read them and the fields. */
export const OTHER_HEADINGS = [
  ['urn', ['URN']],
  ['type', ['TypeOfEstablishment (name)', 'Type of establishment']],
  ['status', ['EstablishmentStatus (name)', 'Establishment status']],
  ['trust', ['Trusts (name)']],
  ['outcome', ['OfstedRating (name)']],
  ['inspectedOn', ['OfstedLastInsp']],
  ['typeGroup', ['EstablishmentTypeGroup (name)']],
  // Dates the file where nothing else does.
  ['lastChanged', ['LastChangedDate']],
  // EduBase of 2015 keeps the dialling code apart from the number.
  ['diallingCode', ['TelephoneSTD']],
  ['headTitle', ['HeadTitle (name)']],
  ['headFirstName', ['HeadFirstName']],
  ['headHonours', ['HeadHonours']],
] as const satisfies readonly (readonly [string, readonly string[]])[]

/** Others that are read into a field or a fact, and so are not kept as they are written besides. */
export const READ_INTO_OTHERS: ReadonlySet<string> = new Set(['urn', 'type', 'status', 'trust', 'inspectedOn', 'diallingCode', 'headTitle', 'headFirstName', 'headHonours'])

/** Facts that a file dates by its own day. */
export type FactName = 'type' | 'status' | 'trust'
export const factNames: readonly FactName[] = ['type', 'status', 'trust']

const FIELD_NAMES = new Set<string>(Object.keys(REGISTER_FIELDS))

export function isFieldName(name: string): name is FieldName {
  return FIELD_NAMES.has(name)
}

export const fieldNames: readonly FieldName[] = Object.keys(REGISTER_FIELDS).filter(isFieldName)
