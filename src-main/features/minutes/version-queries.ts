import { hash } from 'node:crypto'
import { minutesContent, type MinuteCorrection, type MinutesContent, type MinutesEvent, type MinutesEventKind, type MinutesVersion } from '../../api/minutes.ts'
import type { CivilDate } from '../../api/base.ts'
import type { MinutesState } from '../../api/meetings.ts'
import { all, build, first, run, type ReadHandle, type WriteHandle } from '../../database/index.ts'
import { cleanText } from '../../domain/clean-text.ts'
import { minutesStanding } from '../../domain/minutes-state.ts'
import { WORD_MEDIA } from '../../papers/pack.ts'


export interface MinutesFile {
  name: string
  bytes: Uint8Array
}

/** How the minutes of all meetings stand that have gone further than drafting, by meeting. */
export function minutesStates(db: ReadHandle): Map<string, MinutesState> {
  const events = all(db, build.selectFrom('minutes_events').select(['meeting_id as meetingId', 'kind']).orderBy('recorded_at').orderBy('id'))
  return new Map([...Map.groupBy(events, ({ meetingId }) => meetingId)].map(([meetingId, of]) => [meetingId, minutesStanding(of)]))
}

/** How a meeting's minutes stand, by what was recorded of them. */
export function minutesStateOf(db: ReadHandle, meetingId: string): MinutesState {
  return minutesStanding(all(db, build.selectFrom('minutes_events').select('kind').where('meeting_id', '=', meetingId).orderBy('recorded_at').orderBy('id')))
}

/** The frozen versions, the first one first. */
export function listVersions(db: ReadHandle, meetingId: string): MinutesVersion[] {
  const rows = all(
    db,
    build
      .selectFrom('minutes_versions')
      .innerJoin('files', 'files.id', 'minutes_versions.file_id')
      .select(['minutes_versions.id', 'minutes_versions.number', 'minutes_versions.kind', 'minutes_versions.made_on as madeOn', 'minutes_versions.sha256', 'files.name as fileName', 'minutes_versions.public_file_id as publicFile'])
      .where('minutes_versions.meeting_id', '=', meetingId)
      .orderBy('minutes_versions.number'),
  )
  return rows.map(({ publicFile, ...version }) => ({ ...version, hasPublic: publicFile !== null }))
}

export interface FrozenVersion {
  id: string
  number: number
  content: MinutesContent
}

export function findVersion(db: ReadHandle, meetingId: string, id: string): FrozenVersion | undefined {
  const row = first(db, build.selectFrom('minutes_versions').select(['id', 'number', 'content']).where('id', '=', id).where('meeting_id', '=', meetingId))
  return row && { ...row, content: minutesContent.parse(JSON.parse(row.content)) }
}

/** A version's very bytes, or undefined where no such file was made. */
export function versionFile(db: ReadHandle, meetingId: string, id: string, audience: 'full' | 'public'): MinutesFile | undefined {
  return first(
    db,
    build
      .selectFrom('minutes_versions')
      .innerJoin('files', 'files.id', audience === 'full' ? 'minutes_versions.file_id' : 'minutes_versions.public_file_id')
      .select(['files.name', 'files.bytes'])
      .where('minutes_versions.id', '=', id)
      .where('minutes_versions.meeting_id', '=', meetingId),
  )
}

export interface VersionSeed {
  meetingId: string
  kind: MinutesVersion['kind']
  number: number
  madeOn: CivilDate
  content: MinutesContent
  full: MinutesFile
  /** Null where nothing in them is exempt: then the full file is the public one. */
  open: MinutesFile | null
}

/** Keeps a version: its words, and the bytes of its files under their hash. */
export function insertVersion(db: WriteHandle, seed: VersionSeed): { id: string; sha256: string } {
  const id = db.newId()
  const full = insertFile(db, seed.full)
  const open = seed.open === null ? null : insertFile(db, seed.open)
  run(
    db,
    build.insertInto('minutes_versions').values({
      id,
      meeting_id: seed.meetingId,
      number: seed.number,
      kind: seed.kind,
      content: JSON.stringify(seed.content),
      file_id: full.id,
      public_file_id: open?.id ?? null,
      sha256: full.sha256,
      made_on: seed.madeOn,
    }),
  )
  return { id, sha256: full.sha256 }
}

function insertFile(db: WriteHandle, { name, bytes }: MinutesFile): { id: string; sha256: string } {
  const id = db.newId()
  const sha256 = hash('sha256', bytes)
  run(db, build.insertInto('files').values({ id, name, media: WORD_MEDIA, sha256, size: bytes.length, bytes: Buffer.from(bytes) }))
  return { id, sha256 }
}

export interface EventSeed {
  meetingId: string
  kind: MinutesEventKind
  date: CivilDate
  versionId?: string
  atMeetingId?: string
  atItemId?: string
  byWhom?: string
  note?: string
}

export function insertMinutesEvent(db: WriteHandle, seed: EventSeed): void {
  run(
    db,
    build.insertInto('minutes_events').values({
      id: db.newId(),
      meeting_id: seed.meetingId,
      kind: seed.kind,
      date: seed.date,
      version_id: seed.versionId ?? null,
      at_meeting_id: seed.atMeetingId ?? null,
      at_item_id: seed.atItemId ?? null,
      by_whom: cleanText(seed.byWhom ?? '').trim(),
      note: cleanText(seed.note ?? '').trim(),
      officer: db.officer,
      recorded_at: db.at,
    }),
  )
}

/** What became of the minutes, in the order in which it was recorded. */
export function listMinutesEvents(db: ReadHandle, meetingId: string): MinutesEvent[] {
  const rows = all(
    db,
    build
      .selectFrom('minutes_events as e')
      .leftJoin('minutes_versions as v', 'v.id', 'e.version_id')
      .leftJoin('meetings as m', 'm.id', 'e.at_meeting_id')
      .leftJoin('agenda_items as i', 'i.id', 'e.at_item_id')
      .select(['e.id', 'e.kind', 'e.date', 'v.number as versionNumber', 'm.id as atMeeting', 'm.date as atDate', 'i.title as atItem', 'e.by_whom as byWhom', 'e.note', 'e.officer'])
      .where('e.meeting_id', '=', meetingId)
      .orderBy('e.recorded_at')
      .orderBy('e.id'),
  )
  return rows.map(({ atMeeting, atDate, atItem, ...event }) => ({ ...event, at: atMeeting === null || atDate === null ? null : { meetingId: atMeeting, date: atDate, item: atItem ?? '' } }))
}

export interface CorrectionSeed {
  itemId: string
  atItemId: string
  oldWords: string
  newWords: string
  reason: string
}

export function insertCorrection(db: WriteHandle, seed: CorrectionSeed): string {
  const id = db.newId()
  const words = (text: string) => cleanText(text).trim()
  run(
    db,
    build.insertInto('minute_corrections').values({
      id,
      item_id: seed.itemId,
      at_item_id: seed.atItemId,
      old_words: words(seed.oldWords),
      new_words: words(seed.newWords),
      reason: words(seed.reason),
      recorded_at: db.at,
    }),
  )
  return id
}

/** The corrections that later meetings made to a meeting's agreed minutes. */
export function listCorrections(db: ReadHandle, meetingId: string): MinuteCorrection[] {
  const rows = all(
    db,
    build
      .selectFrom('minute_corrections as c')
      .innerJoin('agenda_items as i', 'i.id', 'c.item_id')
      .innerJoin('agenda_items as at', 'at.id', 'c.at_item_id')
      .innerJoin('meetings as m', 'm.id', 'at.meeting_id')
      .select(['c.id', 'c.item_id as itemId', 'i.title as itemTitle', 'c.old_words as oldWords', 'c.new_words as newWords', 'c.reason', 'm.id as atMeeting', 'm.date as atDate', 'at.title as atItem'])
      .where('i.meeting_id', '=', meetingId)
      .orderBy('m.date')
      .orderBy('c.id'),
  )
  return rows.map(({ atMeeting, atDate, atItem, ...correction }) => ({ ...correction, at: { meetingId: atMeeting, date: atDate, item: atItem } }))
}
