import { all, build, type ReadHandle } from '../../database/index.ts'

/** The papers of a meeting's items, in their order: attached, written in Quartet, or to follow. */
export function papersOfMeeting(db: ReadHandle, meetingId: string) {
  const rows = all(
    db,
    build
      .selectFrom('item_papers')
      .innerJoin('agenda_items', 'agenda_items.id', 'item_papers.item_id')
      .select(['item_papers.id', 'item_papers.item_id as itemId', 'item_papers.title', 'item_papers.file_id as fileId', 'item_papers.paper_id as paperId', 'item_papers.paragraph'])
      .where('agenda_items.meeting_id', '=', meetingId)
      .orderBy('item_papers.item_id')
      .orderBy('item_papers.position'),
  )
  return rows.map(({ fileId, paperId, ...paper }) => ({ ...paper, toFollow: fileId === null && paperId === null }))
}
