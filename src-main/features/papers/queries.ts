import { hash } from 'node:crypto'
import { z } from 'zod'
import { explainedFigure, type ExplainedFigure } from '../../api/figures.ts'
import type { PaperRow, PaperSection } from '../../api/papers.ts'
import type { CivilDate } from '../../api/base.ts'
import { richText, type RichText } from '../../api/richtext.ts'
import { all, build, first, run, type ReadHandle, type WriteHandle } from '../../database/index.ts'
import { cleanText } from '../../domain/clean-text.ts'
import { cleanRichText, plainText } from '../../domain/rich-text.ts'
import { WORD_MEDIA } from '../../papers/pack.ts'

function paperColumns() {
  return build
    .selectFrom('papers')
    .leftJoin('paper_issues', 'paper_issues.paper_id', 'papers.id')
    .select([
      'papers.id',
      'papers.kind',
      'papers.title',
      'papers.meeting_date as meetingDate',
      'papers.as_at as asAt',
      'papers.layout',
      'papers.state',
      'papers.revises_id as revisesId',
      'paper_issues.issued_on as issuedOn',
      'paper_issues.sha256',
    ])
}

/** A paper's row; `revisesId` is the issued paper that a draft was made from. */
export interface StoredPaper extends PaperRow {
  revisesId: string | null
}

/** Papers by meeting, the latest first; drafts before issued ones. */
export function listPapers(db: ReadHandle): StoredPaper[] {
  return all(db, paperColumns().orderBy('papers.meeting_date', 'desc').orderBy('papers.state').orderBy('papers.id', 'desc'))
}

export function findPaper(db: ReadHandle, id: string): StoredPaper | undefined {
  return first(db, paperColumns().where('papers.id', '=', id))
}

/** The paper whose figures are as at a date: the latest draft, or else the latest issued one. */
export function findPaperAsAt(db: ReadHandle, asAt: CivilDate): StoredPaper | undefined {
  return first(db, paperColumns().where('papers.as_at', '=', asAt).where('papers.state', '<>', 'superseded').orderBy('papers.state').orderBy('papers.id', 'desc'))
}

export function listSections(db: ReadHandle, paperId: string): PaperSection[] {
  const rows = all(
    db,
    build.selectFrom('paper_sections').select(['id', 'key', 'heading', 'document', 'saved_at as savedAt']).where('paper_id', '=', paperId).orderBy('position'),
  )
  return rows.map((row, i) => ({ ...row, number: String(i + 1), document: richText.parse(JSON.parse(row.document)) }))
}

export function findSection(db: ReadHandle, id: string): { id: string; paperId: string; heading: string } | undefined {
  return first(db, build.selectFrom('paper_sections').select(['id', 'paper_id as paperId', 'heading']).where('id', '=', id))
}

export interface PaperSeed {
  title: string
  meetingDate: CivilDate
  asAt: CivilDate
  layout: PaperRow['layout']
  revisesId: string | null
  sections: readonly { key: string; heading: string; document: RichText }[]
}

export function insertPaper(db: WriteHandle, seed: PaperSeed): string {
  const id = db.newId()
  run(
    db,
    build.insertInto('papers').values({
      id,
      kind: 'auditCommittee',
      title: cleanText(seed.title).trim(),
      meeting_date: seed.meetingDate,
      as_at: seed.asAt,
      layout: seed.layout,
      state: 'draft',
      revises_id: seed.revisesId,
    }),
  )
  seed.sections.forEach(({ key, heading, document }, i) => {
    const columns = { id: db.newId(), paper_id: id, position: i + 1, key, heading, ...documentColumns(document), saved_at: null }
    run(db, build.insertInto('paper_sections').values(columns))
  })
  return id
}

function documentColumns(document: RichText) {
  const clean = cleanRichText(document)
  return { document: JSON.stringify(clean), text: plainText(clean) }
}

export function updatePaper(db: WriteHandle, id: string, words: { title: string; asAt: CivilDate }): void {
  run(db, build.updateTable('papers').set({ title: cleanText(words.title).trim(), as_at: words.asAt }).where('id', '=', id))
}

export function updatePaperState(db: WriteHandle, id: string, state: PaperRow['state']): void {
  run(db, build.updateTable('papers').set({ state }).where('id', '=', id))
}

export function saveSection(db: WriteHandle, id: string, document: RichText): void {
  run(db, build.updateTable('paper_sections').set({ ...documentColumns(document), saved_at: db.at }).where('id', '=', id))
}

export function deletePaper(db: WriteHandle, id: string): void {
  run(db, build.deleteFrom('paper_sections').where('paper_id', '=', id))
  run(db, build.deleteFrom('papers').where('id', '=', id))
}

export interface Issue {
  paperId: string
  issuedOn: CivilDate
  fileName: string
  bytes: Uint8Array
  figures: readonly ExplainedFigure[]
}

/** Keeps what was issued: the very bytes, their hash, and the figures with the ids behind them. */
export function insertIssue(db: WriteHandle, issue: Issue): string {
  const sha256 = hash('sha256', issue.bytes)
  const fileId = db.newId()
  run(db, build.insertInto('files').values({ id: fileId, name: issue.fileName, media: WORD_MEDIA, sha256, size: issue.bytes.length, bytes: Buffer.from(issue.bytes) }))
  run(
    db,
    build.insertInto('paper_issues').values({ id: db.newId(), paper_id: issue.paperId, issued_on: issue.issuedOn, file_id: fileId, sha256, figures: JSON.stringify(issue.figures) }),
  )
  return sha256
}

/** What was frozen when the paper was issued, or undefined for a draft. */
export function findIssue(db: ReadHandle, paperId: string): { fileName: string; bytes: Buffer; figures: ExplainedFigure[] } | undefined {
  const row = first(
    db,
    build
      .selectFrom('paper_issues')
      .innerJoin('files', 'files.id', 'paper_issues.file_id')
      .select(['files.name as fileName', 'files.bytes', 'paper_issues.figures'])
      .where('paper_issues.paper_id', '=', paperId),
  )
  return row && { ...row, figures: z.array(explainedFigure).parse(JSON.parse(row.figures)) }
}
