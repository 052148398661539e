import { refuse } from '../domain/refusal.ts'
import { statement, type WriteHandle } from './handles.ts'
import { insertedRows, trackedTables, type TrackedTable } from './schema.ts'
import { ENTRY_COLUMNS, isBare, type HistoryEntry } from './seal.ts'
import type { Changed, Workspace } from './workspace.ts'

/** Never taken back: the story of what was done (transactions, imports, kept files). */
export const STAYS: ReadonlySet<string> = new Set(['transactions', 'imports', 'import_refusals', 'files'])

/** What the tables are called when a sentence has to say what stands in the way. */
const NOUNS: Readonly<Record<string, string>> = {
  schools: 'a school record',
  school_facts: 'a dated fact of a school',
  visits: 'a visit',
  need_judgements: 'a judgement of need',
  meetings: 'a meeting',
  school_attendance: 'attendance at a meeting',
  group_schools: 'a school’s membership of a group',
  agenda_items: 'an agenda item',
  bodies: 'a body',
  body_aliases: 'a name of a body',
  body_members: 'a member of a body',
  body_schedules: 'the schedule of a body',
  bank_holidays: 'a bank holiday',
  standing_items: 'a standing item',
  attendees: 'an attendee',
  declarations: 'a declaration of interest',
  item_papers: 'a paper of an agenda item',
  minutes_versions: 'a version of the minutes',
  minutes_events: 'what became of the minutes',
  minute_corrections: 'a correction of agreed minutes',
  minutes: 'minutes',
  decisions: 'a decision',
  actions: 'an action',
  action_events: 'the progress of an action',
  papers: 'a paper',
  paper_sections: 'a section of a paper',
  settings: 'the settings',
  support_packages: 'a support package',
  package_events: 'a move of a support package',
  package_objectives: 'an objective of a support package',
  objective_ratings: 'the rating of an objective',
  package_days: 'days of a support package',
  charge_rates: 'a rate',
  charges: 'a charge',
  charge_events: 'the progress of a charge',
  concern_categories: 'a category of concern',
  concerns: 'a concern about a school',
  quality_acceptances: 'an accepted remark on the data',
  saved_views: 'a saved view',
  import_mappings: 'how the columns of a file were matched',
}

/** What a row of a table is called in a sentence, with its article: "a visit". */
export function nounOf(table: string): string {
  return NOUNS[table] ?? `a row of ${table.replaceAll('_', ' ')}`
}

const BATCH = 1_000

interface UndoneTransaction {
  id: string
  summary: string
  final: 0 | 1
}

/**
 * Takes back a whole transaction by playing its history backwards, as a transaction of its own (which can be taken
 * back too). Refused, with a sentence that says what is in the way, when something later depends on it.
 *
 * @param watch is told how many entries of history have been played, and how many there are
 */
export async function undoTransaction(workspace: Workspace, transactionId: string, watch: (done: number, total: number) => void = () => undefined): Promise<Changed<{ summary: string }>> {
  const read = workspace.read
  const target = statement<UndoneTransaction>(read, 'SELECT id, summary, final FROM transactions WHERE id = ?').get(transactionId)
  if (!target) refuse('no-such-change', 'That change is not in the history of this workspace. Nothing was undone.')
  if (target.final === 1) refuse('final', 'What was issued or circulated has gone out, so this cannot be undone. Make a new draft of the paper, or circulate the minutes again as a new version, instead.')
  if (isUndone(workspace, transactionId)) refuse('already-undone', 'That change was undone already.')
  return workspace.longChange(
    `Undone: ${target.summary}`,
    async (db) => {
      await playBackwards(db, transactionId, watch)
      return { summary: target.summary }
    },
    { undoes: transactionId },
  )
}

/** An undo that was itself undone puts the change back in force. */
export function isUndone(workspace: Pick<Workspace, 'read'>, transactionId: string): boolean {
  const by = statement<{ id: string }>(workspace.read, 'SELECT id FROM transactions WHERE undoes = ?').all(transactionId)
  return by.some(({ id }) => !isUndone(workspace, id))
}

async function playBackwards(db: WriteHandle, transactionId: string, watch: (done: number, total: number) => void): Promise<void> {
  const tables = new Map(trackedTables(db.connection).map((table) => [table.name, table]))
  const page = statement<HistoryEntry>(
    db,
    `SELECT ${ENTRY_COLUMNS} FROM history WHERE transaction_id = ? AND seq < ? ORDER BY seq DESC LIMIT ${BATCH}`,
  )
  const total = statement<{ total: number }>(db, 'SELECT count(*) AS total FROM history WHERE transaction_id = ?').get(transactionId)?.total ?? 0
  let below = Number.MAX_SAFE_INTEGER
  let done = 0
  for (;;) {
    const entries = page.all(transactionId, below)
    const inserted = insertedRows(db, entries.filter(isBare).reverse())
    for (const entry of entries) {
      below = entry.seq
      if (STAYS.has(entry.table_name)) continue
      const table = tables.get(entry.table_name)
      if (!table) throw new Error(`history names ${entry.table_name}, which is not tracked`)
      if (entry.table_name === 'establishment_types' && isStoodOn(db, transactionId, entry)) continue
      takeBack(db, table, isBare(entry) ? { ...entry, after: inserted.get(entry.seq) ?? null } : entry)
    }
    done += entries.length
    watch(done, total)
    if (entries.length < BATCH) return
    await new Promise((resolve) => setImmediate(resolve))
  }
}

/**
 * A type of establishment that an import added or gave its type group stays where schools of other imports stand on it
 * or a later register file may have found it so, and where an officer changed it since. Facts are played back before
 * the types that came in with them.
 */
function isStoodOn(db: WriteHandle, transactionId: string, entry: HistoryEntry): boolean {
  const type = statement<{ stoodOn: 0 | 1 }>(
    db,
    `SELECT EXISTS (SELECT 1 FROM school_facts WHERE fact = 'type' AND value = t.name COLLATE NOCASE AND @before IS NULL)
       OR EXISTS (SELECT 1 FROM history h WHERE h.table_name = 'establishment_types' AND h.row_id = t.id AND h.seq > @seq AND h.transaction_id <> @transaction) AS stoodOn
     FROM establishment_types t WHERE t.id = @id`,
  ).get({ before: entry.before, transaction: transactionId, seq: entry.seq, id: entry.row_id })
  return type !== undefined && (type.stoodOn === 1 || laterRegister(db, transactionId))
}

/** Whether a later register file is in force: it may have found the type so, and said nothing of it. */
function laterRegister(db: WriteHandle, transactionId: string): boolean {
  const later = statement<string>(db, "SELECT transaction_id FROM imports WHERE kind = 'register' AND transaction_id > ?").pluck().all(transactionId)
  return later.some((id) => !isUndone({ read: db }, id))
}

/** One statement each: it touches the row only where the row still is what the entry left. */
function takeBack(db: WriteHandle, table: TrackedTable, entry: HistoryEntry): void {
  const columns = table.columns.join(', ')
  const values = `SELECT ${table.columns.map((column) => `json ->> '$.${column}'`).join(', ')} FROM (SELECT ? AS json)`
  const asLeft = `id = ? AND ${table.rowJson} = ?`
  let touched: number
  try {
    if (entry.before === null) touched = statement(db, `DELETE FROM ${table.name} WHERE ${asLeft}`).run(entry.row_id, entry.after).changes
    else if (entry.after === null) touched = statement(db, `INSERT INTO ${table.name} (${columns}) ${values} WHERE true ON CONFLICT (id) DO NOTHING`).run(entry.before).changes
    else touched = statement(db, `UPDATE ${table.name} SET (${columns}) = (${values}) WHERE ${asLeft}`).run(entry.before, entry.row_id, entry.after).changes
  } catch (error) {
    const code = error instanceof Error && 'code' in error ? error.code : ''
    if (code === 'SQLITE_CONSTRAINT_FOREIGNKEY') refuse('depended-on', dependent(db, table.name, entry.row_id))
    if (code === 'SQLITE_CONSTRAINT_UNIQUE') refuse('taken-since', `This cannot be undone, because the number or name of ${NOUNS[table.name] ?? 'a row'} that it would bring back has been given to another since. Nothing was changed.`)
    throw error
  }
  if (touched === 0) refuse('changed-since', laterChange(db, table.name, entry))
}

function laterChange(db: WriteHandle, table: string, entry: HistoryEntry): string {
  const later = statement<{ summary: string }>(
    db,
    `SELECT t.summary FROM history h JOIN transactions t ON t.id = h.transaction_id
     WHERE h.table_name = ? AND h.row_id = ? AND h.seq > ? AND h.transaction_id <> ? ORDER BY h.seq DESC LIMIT 1`,
  ).get(table, entry.row_id, entry.seq, db.transactionId)
  const what = NOUNS[table] ?? `a row of ${table}`
  return later
    ? `This cannot be undone, because ${what} that it touched was changed later ("${later.summary}"). Undo that first. Nothing was changed.`
    : `This cannot be undone, because ${what} that it touched is no longer as it was left. Nothing was changed.`
}

/** Finds the row that still points at the one to be removed, to name it in the sentence. */
function dependent(db: WriteHandle, table: string, row: string): string {
  for (const other of trackedTables(db.connection)) {
    const keys = statement<{ table: string; from: string }>(db, `SELECT "table", "from" FROM pragma_foreign_key_list(?)`).all(other.name)
    for (const key of keys.filter((k) => k.table === table)) {
      const found = statement<{ id: string }>(db, `SELECT id FROM ${other.name} WHERE ${key.from} = ? LIMIT 1`).get(row)
      if (found) {
        return `This cannot be undone, because ${NOUNS[other.name] ?? `a row of ${other.name}`} was recorded later and depends on ${NOUNS[table] ?? 'it'}. Remove that first. Nothing was changed.`
      }
    }
  }
  return 'This cannot be undone, because something recorded later depends on it. Nothing was changed.'
}
