import type { BodyKind } from '../../api/meetings.ts'

/** A body that every new workspace starts with (DOMAIN.md, "Body"); officers change members and names later. */
export interface FirstBody {
  readonly name: string
  readonly code: string
  readonly kind: BodyKind
  readonly statutory: boolean
  readonly aliases: readonly string[]
  readonly members: readonly { readonly role: string; readonly organisation: string; readonly chair?: true }[]
}

/** What a body's agenda begins with until it has a template of its own. */
export const standingItems = [
  { title: 'Welcome and apologies', purpose: 'information' },
  { title: 'Minutes of the last meeting', purpose: 'decision' },
  { title: 'Matters arising', purpose: 'discussion' },
  { title: 'Provider’s stocktake', purpose: 'discussion' },
  { title: 'Any other business', purpose: 'discussion' },
  { title: 'Date of next meeting', purpose: 'information' },
] as const

/** District Strategy Groups are not here: one is made for each district when its first meeting is imported or planned. */
export const firstBodies: readonly FirstBody[] = [
  {
    name: 'Education Quartet',
    code: 'IQ',
    kind: 'quartet',
    statutory: false,
    aliases: ['Improvement Quartet', 'Education Improvement Quartet'],
    members: [
      { role: 'Education Commissioner', organisation: 'Department for Education', chair: true },
      { role: 'Executive Director', organisation: 'Council' },
      { role: 'Cabinet Member', organisation: 'Council' },
      { role: 'Regional Schools Commissioner', organisation: 'Department for Education' },
    ],
  },
  {
    name: 'Contract Management Group',
    code: 'CMG',
    kind: 'contractManagement',
    statutory: false,
    aliases: [],
    members: [
      { role: 'Assistant Director, Education', organisation: 'Council', chair: true },
      { role: 'Provider director', organisation: 'Provider' },
    ],
  },
  {
    name: 'Cross-cutting group',
    code: 'CCG',
    kind: 'crossCutting',
    statutory: false,
    aliases: [],
    members: [
      { role: 'Provider director', organisation: 'Provider', chair: true },
      { role: 'Assistant Director, Education', organisation: 'Council' },
    ],
  },
  {
    name: 'Education Improvement Group',
    code: 'EIG',
    kind: 'educationImprovement',
    statutory: false,
    aliases: [],
    members: [
      { role: 'Regional Schools Commissioner', organisation: 'Department for Education', chair: true },
      { role: 'Ofsted representative', organisation: 'Ofsted' },
      { role: 'Provider director', organisation: 'Provider' },
    ],
  },
  {
    name: 'Audit Committee',
    code: 'AC',
    kind: 'auditCommittee',
    statutory: true,
    aliases: [],
    members: [{ role: 'Chair of the Audit Committee', organisation: 'Council', chair: true }],
  },
  {
    name: 'LASI workshop',
    code: 'LASI',
    kind: 'lasiWorkshop',
    statutory: false,
    aliases: ['Inspection readiness workshop'],
    members: [
      { role: 'Assistant Director, Education', organisation: 'Council', chair: true },
      { role: 'Provider director', organisation: 'Provider' },
    ],
  },
]
