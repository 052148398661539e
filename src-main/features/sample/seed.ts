import { z } from 'zod'
import bodiesFile from '../../../resources/sample/bodies.json' with { type: 'json' }
import contactsFile from '../../../resources/sample/contacts.json' with { type: 'json' }
import districtsFile from '../../../resources/sample/districts.json' with { type: 'json' }
import featuredFile from '../../../resources/sample/featured.json' with { type: 'json' }
import meetingsFile from '../../../resources/sample/meetings.json' with { type: 'json' }
import namesFile from '../../../resources/sample/names.json' with { type: 'json' }
import needsFile from '../../../resources/sample/needs.json' with { type: 'json' }
import supportFile from '../../../resources/sample/support.json' with { type: 'json' }
import planFile from '../../../resources/sample/plan.json' with { type: 'json' }
import { civilDate, schoolGroup, urn } from '../../api/base.ts'
import { actionEventKind, bodyKind, itemPurpose, meetingState } from '../../api/meetings.ts'
import { contactKind } from '../../api/settings.ts'

/**
 * The seed of the sample workspace, kept as data in `resources/sample`: words for invented names, and the plan of how
 * many schools there are, which were visited by when, and what the committees did. A seed file that is not what it
 * should be stops the sample at once.
 */
const words = z.array(z.string()).min(1)
const count = z.number().int().min(0)
const stretch = z.object({ from: civilDate, to: civilDate })
const when = z.enum(['any', 'before', 'never'])

const plan = z.object({
  seed: z.number().int(),
  today: civilDate,
  registerDate: civilDate,
  /** The first day on which the register of the sample is known. */
  firstKnown: civilDate,
  contractStart: civilDate,
  holidays: z.array(stretch),
  establishments: z.array(z.object({ group: schoolGroup, type: z.string(), phase: z.string(), form: z.string(), count })),
  /** For `visited` and `attended`: `before` only as the predecessor, `never` not at all, `any` as chance has it. */
  conversions: z.array(z.object({ opened: civilDate, visited: when, attended: when })),
  amalgamation: z.object({ opened: civilDate }),
  proposedToClose: z.array(civilDate),
  communityToFoundation: z.array(civilDate),
  others: z.array(
    z.discriminatedUnion('kind', [
      z.object({ kind: z.literal('closed'), type: z.string(), phase: z.string(), form: z.string(), closed: civilDate.nullable(), reason: z.string(), visited: z.boolean() }),
      z.object({ kind: z.literal('proposed'), type: z.string(), phase: z.string(), form: z.string(), opens: civilDate.nullable() }),
      z.object({ kind: z.literal('neither'), type: z.string(), phase: z.string(), form: z.string() }),
    ]),
  ),
  visited: z.object({
    maintained: z.object({ total: count, bands: z.array(stretch.extend({ visited: count })) }),
    academy: z.object({ total: count, bands: z.array(stretch.extend({ visited: count })) }),
    notVisitedTogether: z.object({ district: z.string(), maintained: count }),
    recordedLate: z.object({ date: civilDate, recordedAt: z.iso.datetime() }),
  }),
  attended: z.object({ maintained: count, academy: count }),
  required: z.object({ maintained: count, academy: count, noLonger: z.object({ maintained: count, academy: count }), later: count }),
})

const names = z.object({
  beginnings: words,
  endings: words,
  places: words,
  features: words,
  saints: words,
  forms: z.record(z.string(), words),
  /** Stems that real schools have. */
  avoid: z.array(z.string()),
  streets: words,
  streetEndings: words,
  trusts: words,
})

const districts = z.object({
  districts: z.array(z.object({ name: z.string(), code: z.string(), schools: count, wards: words, rounds: z.array(civilDate) })).min(1),
})

const featured = z.object({
  schools: z.array(
    z.object({
      name: z.string(),
      urn: urn.optional(),
      type: z.string(),
      phase: z.string(),
      district: z.string(),
      visits: z.array(civilDate),
      notes: z.array(z.object({ date: civilDate, purpose: z.string(), note: z.string() })).default([]),
      required: z.boolean().default(false),
      judgedOn: civilDate.optional(),
      reason: z.string().optional(),
      /** Numbers of the rounds attended. */
      rounds: z.array(count).optional(),
      ofstedRating: z.string().optional(),
      ofstedDate: civilDate.optional(),
    }),
  ),
})

const contacts = z.object({
  before: z.object({ visitor: z.string(), purposes: words }),
  first: words,
  following: words,
  notes: words,
  notInPerson: z.array(z.object({ kind: contactKind, purpose: z.string(), note: z.string() })).min(1),
  planned: words,
  cancelled: words,
  evidence: words,
  /** What schools say of a record that they find accurate, and of one that they do not. */
  agreed: words,
  disputed: words,
  notCounting: z.object({ purpose: z.string(), note: z.string() }),
  visitors: z.object({ lead: z.string(), others: words }),
})

const needs = z.object({
  required: words,
  notRequired: words,
  noLonger: words,
  later: words,
  sameDay: z.object({ first: z.string(), second: z.string() }),
})

const ragWords = z.object({ red: words, amber: words, green: words })
const support = z.object({
  provider: z.string(),
  titles: words,
  leads: words,
  agreedWith: words,
  diagnoses: words,
  funding: z.object({ maintained: z.string(), academy: z.string() }),
  objectives: z.array(z.object({ text: z.string(), success: z.string() })).min(3),
  narratives: ragWords,
  /** The review of the school that the seed describes. */
  told: z.string(),
  work: words,
  paused: z.string(),
  escalated: z.string(),
  stopped: z.string(),
  completed: z.string(),
  concerns: z.object({
    decidedBy: words,
    sources: words,
    /** How many schools of each category, and whether it has ended for the last of them. */
    dealt: z.array(z.object({ category: z.string(), schools: count, ended: z.boolean() })),
  }),
  rates: z.array(z.object({ name: z.string(), pence: count, agreedWith: z.enum(['school', 'regionalSchoolsCommissioner']), from: civilDate, to: civilDate.nullable() })),
})

const standingItem = z.object({ title: z.string(), purpose: itemPurpose })
const member = z.object({ role: z.string(), organisation: z.string(), chair: z.boolean().default(false), inAttendance: z.boolean().default(false) })

const bodies = z.object({
  bodies: z.array(
    z.object({
      name: z.string(),
      code: z.string(),
      kind: bodyKind,
      statutory: z.boolean(),
      aliases: z.array(z.string()),
      members: z.array(member),
      standingItems: z.array(standingItem),
    }),
  ),
  districtGroup: z.object({
    name: z.string(),
    alias: z.string(),
    members: z.array(member),
    standingItems: z.array(standingItem),
    place: z.string(),
    time: z.string(),
    /** A paragraph list for each standing item. */
    minutes: z.array(words),
    priorities: words,
  }),
})

const actionEvent = z.object({ kind: actionEventKind, date: civilDate, owner: z.string().nullable().default(null), due: civilDate.nullable().default(null), note: z.string() })
const meetingAction = z.object({ text: z.string(), owner: z.string(), due: civilDate, notBefore: civilDate.nullable().default(null), events: z.array(actionEvent).default([]) })

const meetings = z.object({
  meetings: z.array(
    z.object({
      body: z.string(),
      date: civilDate,
      time: z.string(),
      place: z.string(),
      state: meetingState,
      apologies: z.array(z.string()).default([]),
      agenda: z.array(
        standingItem.extend({
          presenter: z.string(),
          /** Paragraphs; those that begin with "- " are the items of a list. */
          minutes: z.array(z.string()).default([]),
          decisions: z.array(z.object({ text: z.string(), reasons: z.string() })).default([]),
          actions: z.array(meetingAction).default([]),
        }),
      ),
    }),
  ),
})

export const sampleSeed = {
  plan: plan.parse(planFile),
  names: names.parse(namesFile),
  districts: districts.parse(districtsFile).districts,
  featured: featured.parse(featuredFile).schools,
  contacts: contacts.parse(contactsFile),
  needs: needs.parse(needsFile),
  support: support.parse(supportFile),
  bodies: bodies.parse(bodiesFile),
  meetings: meetings.parse(meetingsFile).meetings,
}

export type SampleSeed = typeof sampleSeed
export type SamplePlan = SampleSeed['plan']
export type FeaturedSchool = SampleSeed['featured'][number]
export type SampleMeeting = SampleSeed['meetings'][number]
export type SampleBody = SampleSeed['bodies']['bodies'][number] & { district: string | null }
