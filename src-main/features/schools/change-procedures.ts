import { z } from 'zod'
import { isUndone, wholeEntries } from '../../database/index.ts'
import { refuse } from '../../domain/refusal.ts'
import { answer } from '../answer.ts'
import { thingsOf } from './change-story.ts'
import { callerOf, changesBehind, entriesOfSchool, standingVisits } from './history-queries.ts'
import { findRecord } from './queries.ts'

const keptRow = z.record(z.string(), z.unknown())
const read = (json: string | null) => (json === null ? null : keptRow.parse(JSON.parse(json)))

/** The whole history of one record; a change of which nothing can be told in words (a file saw it as it was) is none. */
export const changes = answer.schools.changes.handler(({ context: { workspace }, input }) => {
  const db = workspace.read
  const school = findRecord(db, input.urn) ?? refuse('no-such-school', `There is no school with URN ${input.urn} in the register. Import the register, or check the number.`)
  const own = entriesOfSchool(db, school)
  const whole = new Map(wholeEntries(db, own.map(({ seq }) => seq)).map((entry) => [entry.seq, { ...entry, before: read(entry.before), after: read(entry.after) }]))
  const caller = callerOf(db)
  const told = [...Map.groupBy(own, ({ transactionId }) => transactionId)]
    .map(([id, entries]) => ({ id, last: entries.at(-1)?.seq ?? 0, things: thingsOf(entries.flatMap(({ seq }) => whole.get(seq) ?? []), caller) }))
    .filter(({ things }) => things.length > 0)
    .sort((a, b) => b.last - a.last)
  const shown = told.slice(input.offset, input.offset + input.limit)
  const behind = new Map(changesBehind(db, shown.map(({ id }) => id)).map((change) => [change.id, change]))
  const standing = standingVisits(db, shown.flatMap(({ things }) => things.flatMap(({ visitId }) => visitId ?? [])))
  const rows = shown.flatMap(({ id, things }) => {
    const change = behind.get(id)
    if (!change) return []
    const { at, officer, summary, importId, fileName } = change
    return {
      transactionId: id,
      at,
      officer,
      summary,
      undone: isUndone(workspace, id),
      import: importId === null || fileName === null ? null : { id: importId, fileName },
      things: things.map((thing) => (thing.visitId !== null && !standing.has(thing.visitId) ? { ...thing, visitId: null } : thing)),
    }
  })
  return { total: told.length, rows }
})
