import type { School } from '../../api/schools.ts'
import type { ReadHandle } from '../../database/index.ts'
import { listConcerns } from './queries.ts'

type Told = Omit<School['story'][number], 'predecessorUrn'> & { urn: string }

/** Concerns of the records of a line as events of their story, each with its mark where it is exempt. */
export function concernStory(db: ReadHandle, urns: readonly string[]): Told[] {
  return listConcerns(db, { urns }, '9999-12-31').flatMap(({ urn, category, from, to, decidedBy, exempt }) => {
    const mark = exempt ? ['Exempt by default'] : []
    const begun: Told = { urn, date: from, kind: 'concern', title: `Concern: ${category}`, detail: [decidedBy, ...mark].join('. '), id: null }
    return to === null ? [begun] : [begun, { urn, date: to, kind: 'concern', title: `Concern ended: ${category}`, detail: mark.join(''), id: null }]
  })
}
