import { hash } from 'node:crypto'
import type { CivilDate } from '../../api/base.ts'
import type { ConfirmedMinutes, ProposedAttendee } from '../../api/past-meetings.ts'
import { all, build, first, run, statement, type ReadHandle, type WriteHandle } from '../../database/index.ts'
import { cleanText } from '../../domain/clean-text.ts'

/** Meetings of a body in which nothing is minuted, decided or agreed yet, so that a file may be read into them. */
export function meetingsWithoutMinutes(db: ReadHandle, bodyId: string): { id: string; date: CivilDate; time: string }[] {
  return statement<{ id: string; date: CivilDate; time: string }>(
    db,
    `SELECT id, date, time FROM meetings m WHERE body_id = ? AND source_file_id IS NULL AND state <> 'cancelled'
       AND NOT EXISTS (SELECT 1 FROM decisions WHERE meeting_id = m.id) AND NOT EXISTS (SELECT 1 FROM actions WHERE meeting_id = m.id)
       AND NOT EXISTS (SELECT 1 FROM minutes_events WHERE meeting_id = m.id)
       AND NOT EXISTS (SELECT 1 FROM agenda_items i JOIN minutes ON item_id = i.id WHERE meeting_id = m.id AND (text <> '' OR document LIKE '%"attrs"%'))
     ORDER BY date DESC, time`,
  ).all(bodyId)
}

/** Keeps the file as it was given, under its hash. */
export function insertSourceFile(db: WriteHandle, file: { name: string; media: string; bytes: Buffer }): string {
  const id = db.newId()
  run(db, build.insertInto('files').values({ id, name: file.name, media: file.media, sha256: hash('sha256', file.bytes), size: file.bytes.length, bytes: file.bytes }))
  return id
}

type Particulars = Pick<ConfirmedMinutes, 'bodyId' | 'date' | 'time' | 'endedAt' | 'place'>

/** A meeting that has been held, without the standing items of its body: its items are those of the file. */
export function insertPastMeeting(db: WriteHandle, entry: Particulars, fileId: string): string {
  const id = db.newId()
  run(db, build.insertInto('meetings').values({ id, body_id: entry.bodyId, state: 'held', ...columnsOf(entry), source_file_id: fileId }))
  return id
}

/** An existing meeting becomes the one of the file; those who were only expected give way to those whom the file names. */
export function updatePastMeeting(db: WriteHandle, id: string, entry: Particulars, fileId: string): void {
  run(db, build.updateTable('meetings').set({ state: 'held', ...columnsOf(entry), source_file_id: fileId }).where('id', '=', id))
  statement(db, 'DELETE FROM attendees WHERE meeting_id = ? AND presence IS NULL AND NOT EXISTS (SELECT 1 FROM declarations WHERE attendee_id = attendees.id)').run(id)
}

function columnsOf({ date, time, endedAt, place }: Particulars) {
  return { date, time, ended_at: endedAt === '' ? null : endedAt, place: cleanText(place).trim() }
}

export function insertPastAttendee(db: WriteHandle, meetingId: string, person: ProposedAttendee): void {
  const text = (words: string) => cleanText(words).trim()
  const orNull = (words: string) => (words === '' ? null : text(words))
  run(
    db,
    build.insertInto('attendees').values({
      id: db.newId(),
      meeting_id: meetingId,
      role: text(person.role),
      organisation: text(person.organisation),
      presence: person.presence,
      stands_in_for: orNull(person.standsInFor),
      arrived_at: orNull(person.arrivedAt),
      left_at: orNull(person.leftAt),
    }),
  )
}

export function agendaOf(db: ReadHandle, meetingId: string): { id: string; title: string }[] {
  return all(db, build.selectFrom('agenda_items').select(['id', 'title']).where('meeting_id', '=', meetingId).orderBy('position'))
}

type Item = ConfirmedMinutes['items'][number]

export function insertPastItem(db: WriteHandle, meetingId: string, position: number, item: Item): string {
  const id = db.newId()
  run(
    db,
    build.insertInto('agenda_items').values({
      id,
      meeting_id: meetingId,
      position,
      title: cleanText(item.title).trim(),
      presenter: '',
      purpose: item.decisions.length > 0 ? 'decision' : 'discussion',
      ...exemption(item),
      outcome: item.outcome,
    }),
  )
  return id
}

/** An item of the agenda of which the file speaks keeps its title, presenter and papers. */
export function updatePastItem(db: WriteHandle, id: string, position: number, item: Item): void {
  run(db, build.updateTable('agenda_items').set({ position, ...(item.paragraph !== null && exemption(item)), outcome: item.outcome }).where('id', '=', id))
}

export function placeItem(db: WriteHandle, id: string, position: number): void {
  run(db, build.updateTable('agenda_items').set({ position }).where('id', '=', id))
}

function exemption({ paragraph, publicInterest }: Item) {
  return { paragraph, public_interest: paragraph === null || publicInterest === '' ? null : cleanText(publicInterest).trim() }
}

export interface SourceFile {
  name: string
  media: string
  sha256: string
  size: number
  bytes: Buffer
}

export function sourceOf(db: ReadHandle, meetingId: string): Omit<SourceFile, 'bytes' | 'media'> | undefined {
  return first(db, build.selectFrom('meetings').innerJoin('files', 'files.id', 'meetings.source_file_id').select(['files.name', 'files.sha256', 'files.size']).where('meetings.id', '=', meetingId))
}

export function sourceFileOf(db: ReadHandle, meetingId: string): SourceFile | undefined {
  return first(
    db,
    build.selectFrom('meetings').innerJoin('files', 'files.id', 'meetings.source_file_id').select(['files.name', 'files.media', 'files.sha256', 'files.size', 'files.bytes']).where('meetings.id', '=', meetingId),
  )
}
