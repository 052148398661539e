import { reactive } from 'vue'
import type { Visit, VisitEntry, VisitStatus } from '../../../../src-main/api/visits.ts'

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

/**
 * What was typed and not yet recorded, for as long as Quartet is open: a dialog closed by mistake, or a stopped core,
 * loses nothing. One draft a school, or a visit that is being changed.
 */
export function createDrafts() {
  const kept = new Map<string, { draft: VisitDraft; start: string }>()

  return {
    /** The draft under `key`, to be typed into; begun as `start` gives it, where there is none. */
    open(key: string, start: () => VisitDraft): VisitDraft {
      const known = kept.get(key)
      if (known) return known.draft
      const draft = reactive(start())
      kept.set(key, { draft, start: JSON.stringify(draft) })
      return draft
    },
    /** Whether anything has been typed into it. */
    touched(key: string): boolean {
      const known = kept.get(key)
      return known !== undefined && JSON.stringify(known.draft) !== known.start
    },
    forget(key: string) {
      kept.delete(key)
    },
  }
}

export const visitDrafts = createDrafts()
