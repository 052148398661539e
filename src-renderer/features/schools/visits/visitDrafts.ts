import type { Visit, VisitEntry, VisitStatus } from '../../../../src-main/api/visits.ts'
import { createDrafts } from '../../../client/drafts.ts'

/** A visit as far as it has been typed. */
export interface VisitDraft extends Omit<VisitEntry, 'urn' | 'date'> {
  urn: string | null
  schoolName: string
  date: string | null
  /** Of a completed visit: shown, and kept by the core alone. */
  plannedFor: string | null
}

/** A visit as the form opens: today, completed, and counting; one that is to be planned has no day yet. */
export function newVisit(today: string, school: { urn: string; name: string } | null, status: VisitStatus = 'completed'): VisitDraft {
  return {
    urn: school?.urn ?? null,
    schoolName: school?.name ?? '',
    date: status === 'planned' ? null : today,
    visitor: '',
    kind: 'visit',
    status,
    counts: true,
    purpose: '',
    note: '',
    evidence: '',
    cancelledBecause: '',
    response: null,
    respondedOn: null,
    responseNote: '',
    plannedFor: null,
  }
}

/** A recorded visit, to be changed. */
export function draftOf({ id: _id, ...visit }: Visit): VisitDraft {
  return visit
}

/** One draft a school, or a visit that is being changed. */
export const visitDrafts = createDrafts<VisitDraft>()
