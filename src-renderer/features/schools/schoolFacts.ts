import type { School } from '../../../src-main/api/schools.ts'
import type { UiFact, UiTimelineEntry } from '../../ui/shapes.ts'
import { writeDate } from '../../ui/useDateText.ts'
import { count } from './schoolWords.ts'

/** A line of the story as the timeline shows it, with what can be opened from it. */
export interface StoryEntry extends UiTimelineEntry {
  /** The civil date that `date` writes. */
  day: string
  kind: School['story'][number]['kind']
  rowId: string | null
  /** A visit that is still to be made. */
  planned: boolean
}

/** What an officer looks for first. */
export function mainFacts(school: School): UiFact[] {
  return [
    { key: 'district', term: 'District', text: school.district },
    dated('ofsted', 'Ofsted', school.ofstedRating, school.ofstedDate),
    { key: 'package', term: 'Support package' },
    { key: 'lastVisit', term: 'Last visit', text: school.lastVisit === null ? 'Not visited' : writeDate(school.lastVisit) },
  ]
}

/** The register's entry in the fields that officers use, by kind. */
export function registerFacts(school: School): { heading: string; facts: UiFact[] }[] {
  return [
    {
      heading: 'Identity',
      facts: [
        plain('dfeNumber', 'DfE number', school.dfeNumber),
        plain('ukprn', 'UKPRN', school.ukprn),
        plain('type', 'Type', school.type),
        plain('group', 'Group', school.group === null ? 'Neither maintained nor an academy' : groupWords[school.group]),
        plain('phase', 'Phase', school.phase),
        plain('authority', 'Local authority', school.localAuthority),
      ],
    },
    {
      heading: 'Status',
      facts: [
        plain('status', 'Status', school.status),
        dated('opened', 'Opened', school.openDate === null ? '' : writeDate(school.openDate), null, school.reasonOpened),
        ...(school.closeDate === null && school.status !== 'Closed'
          ? []
          : [dated('closed', 'Closed', school.closeDate === null ? '' : writeDate(school.closeDate), null, school.reasonClosed)]),
        dated('outcome', 'Latest Ofsted outcome', school.ofstedRating, school.ofstedDate),
      ],
    },
    {
      heading: 'Pupils and head teacher',
      facts: [
        plain('ages', 'Ages', school.ages),
        plain('gender', 'Gender', school.gender),
        plain('pupils', 'Pupils on roll', school.pupils === null ? '' : count(school.pupils)),
        plain('capacity', 'Capacity', school.capacity === null ? '' : count(school.capacity)),
        plain('religion', 'Religious character', school.religiousCharacter),
        { key: 'head', term: 'Head teacher', text: school.headRole || school.headName, ...(school.headRole !== '' && school.headName !== '' && { note: school.headName }) },
      ],
    },
    { heading: 'Trust', facts: [plain('trust', 'Trust', school.trust), plain('sponsor', 'Sponsor', school.sponsor)] },
    {
      heading: 'Place',
      facts: [
        plain('address', 'Address', [school.address, school.postcode].filter(Boolean).join(', ')),
        plain('ward', 'Ward', school.ward),
        plain('district', 'District', school.district ?? ''),
        plain('telephone', 'Telephone', school.telephone),
        plain('website', 'Website', school.website),
      ],
    },
  ]
}

const groupWords = { maintained: 'Maintained', academy: 'Academy' }

function plain(key: string, term: string, text: string): UiFact {
  return { key, term, text }
}

/** Which value of type, status, district and trust was in force when, latest first. */
export function factEntries(school: School): UiTimelineEntry[] {
  return [...school.facts]
    .sort((a, b) => b.validFrom.localeCompare(a.validFrom))
    .map((fact) => ({
      id: `${fact.fact}-${fact.validFrom}-${fact.value}`,
      date: writeDate(fact.validFrom),
      title: fact.value === '' ? 'No trust' : fact.value,
      note: fact.fact === 'outcome' ? 'Ofsted inspection' : fact.validTo === null ? `${factName[fact.fact]}, in force` : `${factName[fact.fact]}, until ${writeDate(fact.validTo)}`,
    }))
}

/** What happened to the school and with it, in the order the core gives. */
export function storyEntries(school: School, today: string): StoryEntry[] {
  return school.story.map((event, at) => ({
    planned: event.visitStatus === 'planned',
    id: `${at}`,
    kind: event.kind,
    rowId: event.id,
    day: event.date,
    date: writeDate(event.date),
    title: event.title,
    ...noteOf(event.detail, event.predecessorUrn, event.visitStatus === 'planned' && event.date < today),
  }))
}

const factName = { type: 'Type', status: 'Status', district: 'District', trust: 'Trust' }

/** The register writes this where a reason was not asked for; it tells a reader nothing. */
const NO_REASON = 'Not applicable'

function noteOf(detail: string, predecessorUrn: string | null, passed: boolean) {
  const words = [passed ? 'This day has passed' : '', detail === NO_REASON ? '' : detail, ...(predecessorUrn === null ? [] : [`As URN ${predecessorUrn}`])].filter(Boolean).join('. ')
  return words === '' ? {} : { note: words }
}

function dated(key: string, term: string, text: string, date: string | null, note = ''): UiFact {
  const words = [note === NO_REASON ? '' : note, ...(date === null ? [] : [writeDate(date)])].filter(Boolean).join(', ')
  return { key, term, text, ...(words !== '' && { note: words }) }
}
