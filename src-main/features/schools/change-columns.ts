import { formatDate } from '../../domain/date-words.ts'
import { countText } from '../../domain/number-words.ts'
import type { Caller } from './history-queries.ts'

/** A column as an officer calls it, and how its value is said. */
export type ColumnWords = readonly [label: string, say: (value: string | number, caller: Caller) => string]

const text = (value: string | number) => String(value)
const day = (value: string | number) => formatDate(String(value))
const yesNo = (value: string | number) => (value === 1 ? 'Yes' : 'No')
const halves = (value: string | number) => `${Number(value) / 2} ${value === 2 ? 'day' : 'days'}`
const money = (value: string | number) => `£${countText(Math.floor(Number(value) / 100))}${Number(value) % 100 === 0 ? '' : `.${String(Number(value) % 100).padStart(2, '0')}`}`
const oneOf = (words: Readonly<Record<string, string>>) => (value: string | number) => words[value] ?? 'Something else'

const RAG = oneOf({ red: 'Red', amber: 'Amber', green: 'Green' })
const AGREED_WITH = oneOf({ school: 'The school', regionalSchoolsCommissioner: 'The Regional Schools Commissioner' })

/** The columns of each table that tell an officer something. What is not named is a key, or when the row was written. */
export const COLUMNS: Readonly<Record<string, Readonly<Record<string, ColumnWords>>>> = {
  visits: {
    status: ['Status', oneOf({ planned: 'Planned', completed: 'Completed', cancelled: 'Cancelled' })],
    school_id: ['School', (id, caller) => caller.school(String(id))],
    date: ['Date', day],
    planned_for: ['Planned for', day],
    visitor: ['Visitor', text],
    kind: ['Kind', oneOf({ visit: 'Visit in person', telephone: 'Telephone', virtual: 'Virtual', meeting: 'Meeting' })],
    counts: ['Counts as a contract visit', yesNo],
    purpose: ['Purpose', text],
    note: ['Note', text],
    evidence: ['Evidence', text],
    cancelled_because: ['Cancelled because', text],
    response: ['The school’s response', oneOf({ accurate: 'Record accurate', notAccurate: 'Record not accurate' })],
    responded_on: ['Response date', day],
    response_note: ['What the school says', text],
  },
  need_judgements: { requires_package: ['Requires a package', yesNo], decided_on: ['Decided on', day], reason: ['Reason', text] },
  concerns: {
    category_id: ['Category', (id, caller) => caller.category(String(id))],
    decided_on: ['Decided on', day],
    valid_from: ['Stands from', day],
    valid_to: ['Stands to', day],
    decided_by: ['Decided by', text],
    guidance: ['Guidance followed', text],
    source: ['Source', text],
    exempt: ['Exempt information', yesNo],
    paragraph: ['Paragraph of Schedule 12A', text],
  },
  group_schools: { member: ['Member', yesNo], representative: ['Who comes', text], valid_from: ['From', day], valid_to: ['Until', day] },
  school_attendance: { attended: ['Attended', yesNo] },
  school_links: { established_on: ['Date', day] },
  support_packages: {
    title: ['Title', text],
    lead: ['Lead', text],
    provider: ['Provider', text],
    planned_start: ['Planned start', day],
    planned_end: ['Planned end', day],
    planned_half_days: ['Planned', halves],
    cost: ['Cost', money],
  },
  package_events: {
    date: ['Date', day],
    rag: ['Rating', RAG],
    agreed_with: ['Agreed with', text],
    funding: ['Funding', text],
    statute: ['Under', oneOf({ section60: 'Section 60, Education and Inspections Act 2006', section60A: 'Section 60A, Education and Inspections Act 2006' })],
    guidance: ['Guidance followed', text],
    note: ['Note', text],
  },
  package_objectives: { text: ['Objective', text], success: ['Success looks like', text], position: ['Place in the list', text], valid_from: ['From', day], valid_to: ['Until', day] },
  objective_ratings: { objective_id: ['Objective', (id, caller) => caller.objective(String(id))], rag: ['Rating', RAG], note: ['Note', text] },
  package_days: { date: ['Date', day], half_days: ['Worked', halves], note: ['Note', text] },
  charges: {
    work_from: ['Work from', day],
    basis: ['Charged', oneOf({ days: 'By days worked', fixed: 'A fixed sum' })],
    half_days: ['Days', halves],
    rate_pence: ['Rate a day', money],
    pence: ['Charge', money],
    note: ['Note', text],
  },
  charge_events: { date: ['Date', day], agreed_with: ['Agreed with', AGREED_WITH], reference: ['Reference', text] },
}

/** What happened to a package, as the title of the entry says it. */
export const PACKAGE_MOVES: Readonly<Record<string, string>> = {
  identified: 'need identified', diagnosed: 'diagnosed', agreed: 'agreed', started: 'started', reviewed: 'reviewed', paused: 'paused', resumed: 'resumed',
  escalated: 'warning notice given', carriedOn: 'carried on at the successor', completed: 'completed', stopped: 'stopped',
}
export const CHARGE_MOVES: Readonly<Record<string, string>> = { raised: 'raised', agreed: 'agreed', invoiced: 'invoiced elsewhere' }
