import type { School } from '../../../src-main/api/schools.ts'
import type { UiFact, UiTimelineEntry } from '../../ui/shapes.ts'
import { writeDate } from '../../ui/useDateText.ts'
import { count } from './schoolWords.ts'

/** A line of the story as the timeline shows it, with what can be opened from it. */
export interface StoryEntry extends UiTimelineEntry {
  kind: School['story'][number]['kind']
  rowId: string | null
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

/** The rest of the register's entry. */
export function registerFacts(school: School): UiFact[] {
  return [
    { key: 'type', term: 'Type', text: school.type },
    { key: 'phase', term: 'Phase', text: school.phase },
    dated('opened', 'Opened', school.openDate === null ? '' : writeDate(school.openDate), null, school.reasonOpened),
    ...(school.closeDate === null && school.status !== 'Closed'
      ? []
      : [dated('closed', 'Closed', school.closeDate === null ? '' : writeDate(school.closeDate), null, school.reasonClosed)]),
    { key: 'pupils', term: 'Pupils', text: school.pupils === null ? null : count(school.pupils) },
    { key: 'capacity', term: 'Capacity', text: school.capacity === null ? null : count(school.capacity) },
    { key: 'trust', term: 'Trust', text: school.trust },
    { key: 'sponsor', term: 'Sponsor', text: school.sponsor },
    { key: 'address', term: 'Address', text: [school.address, school.postcode].filter(Boolean).join(', ') },
    { key: 'ward', term: 'Ward', text: school.ward },
    { key: 'telephone', term: 'Telephone', text: school.telephone },
    { key: 'website', term: 'Website', text: school.website },
  ]
}

/** Which value of type, status and district was in force when, latest first. */
export function factEntries(school: School): UiTimelineEntry[] {
  return [...school.facts]
    .sort((a, b) => b.validFrom.localeCompare(a.validFrom))
    .map((fact) => ({
      id: `${fact.fact}-${fact.validFrom}-${fact.value}`,
      date: writeDate(fact.validFrom),
      title: fact.value,
      note: fact.validTo === null ? `${factName[fact.fact]}, in force` : `${factName[fact.fact]}, until ${writeDate(fact.validTo)}`,
    }))
}

/** What happened to the school and with it, in the order the core gives. */
export function storyEntries(school: School): StoryEntry[] {
  return school.story.map((event, at) => ({
    id: `${at}`,
    kind: event.kind,
    rowId: event.id,
    date: writeDate(event.date),
    title: event.title,
    ...noteOf(event.detail, event.predecessorUrn),
  }))
}

const factName = { type: 'Type', status: 'Status', district: 'District', trust: 'Trust', outcome: 'Ofsted' }

/** The register writes this where a reason was not asked for; it tells a reader nothing. */
const NO_REASON = 'Not applicable'

function noteOf(detail: string, predecessorUrn: string | null) {
  const words = [detail === NO_REASON ? '' : detail, ...(predecessorUrn === null ? [] : [`As URN ${predecessorUrn}`])].filter(Boolean).join('. ')
  return words === '' ? {} : { note: words }
}

function dated(key: string, term: string, text: string, date: string | null, note = ''): UiFact {
  const words = [note === NO_REASON ? '' : note, ...(date === null ? [] : [writeDate(date)])].filter(Boolean).join(', ')
  return { key, term, text, ...(words !== '' && { note: words }) }
}
