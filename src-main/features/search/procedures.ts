import type { SaidKind } from '../../api/search.ts'
import { matchQuery } from '../../domain/search-words.ts'
import { answer } from '../answer.ts'
import { findSaid, saidHits } from './said-queries.ts'
import { searchActionTexts, searchDecisions, searchMinutes, searchPapers, searchSchools } from './queries.ts'

export const search = {
  /** Schools first (a name is what is mostly looked for), then what was said, agreed and written. */
  find: answer.search.find.handler(({ context, input }) => {
    const match = matchQuery(input.words)
    if (match === null) return []
    const db = context.workspace.read
    const share = Math.max(3, Math.ceil(input.limit / 3))
    return [
      ...searchSchools(db, input.words, share),
      ...searchActionTexts(db, match, share),
      ...searchDecisions(db, match, share),
      ...searchMinutes(db, match, share),
      ...searchPapers(db, match, share),
    ].slice(0, input.limit)
  }),
  said: answer.search.said.handler(({ context, input }) => {
    const db = context.workspace.read
    const found = findSaid(db, input)
    const of = (kind: SaidKind) => found.filter((each) => each.kind === kind).length
    const shown = input.kinds === undefined || input.kinds.length === 0 ? found : found.filter(({ kind }) => input.kinds?.includes(kind))
    return {
      total: shown.length,
      counts: { item: of('item'), minute: of('minute'), decision: of('decision'), action: of('action'), version: of('version') },
      hits: saidHits(db, shown.slice(input.offset, input.offset + input.limit), input.words),
    }
  }),
}
