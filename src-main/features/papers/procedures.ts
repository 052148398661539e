import type { ReadHandle } from '../../database/index.ts'
import { formatDate } from '../../domain/date-words.ts'
import { movePaper, mustBeDraft } from '../../domain/paper-state.ts'
import { refuse } from '../../domain/refusal.ts'
import { WORD_MEDIA } from '../../papers/pack.ts'
import { answer } from '../answer.ts'
import { readSettings } from '../settings/queries.ts'
import { figuresOf, previewOf, standingDraft, standingPaper, wordOf } from './content.ts'
import {
  deletePaper,
  findPaper,
  findPaperAsAt,
  findSection,
  insertIssue,
  insertPaper,
  listPapers,
  listSections,
  saveSection,
  updatePaper,
  updatePaperState,
  type StoredPaper,
} from './queries.ts'

function paperAt(db: ReadHandle, id: string): StoredPaper {
  return findPaper(db, id) ?? refuse('no-such-paper', 'That paper is no longer there. It may have been deleted or undone since this page was opened.')
}

export const papers = {
  list: answer.papers.list.handler(({ context }) => listPapers(context.workspace.read)),

  get: answer.papers.get.handler(({ context, input }) => {
    const db = context.workspace.read
    const paper = paperAt(db, input.id)
    return { ...paper, sections: listSections(db, paper.id), figures: figuresOf(db, paper) }
  }),

  create: answer.papers.create.handler(({ context: { workspace }, input }) => {
    const { title, sections } = standingDraft(readSettings(workspace.read), input)
    const sentence = `Paper for the Audit Committee of ${formatDate(input.meetingDate)} begun`
    const { transactionId, result: id } = workspace.change(sentence, (db) => insertPaper(db, { ...input, title, sections, revisesId: null }))
    return { transactionId, sentence, id }
  }),

  edit: answer.papers.edit.handler(({ context: { workspace }, input: { id, ...words } }) => {
    mustBeDraft(paperAt(workspace.read, id).state)
    const sentence = `Paper “${words.title}” changed`
    const { transactionId } = workspace.change(sentence, (db) => updatePaper(db, id, words))
    return { transactionId, sentence, id }
  }),

  saveSection: answer.papers.saveSection.handler(({ context: { workspace, clock }, input }) => {
    const section = findSection(workspace.read, input.sectionId)
    if (!section) refuse('no-such-section', 'The section that this belongs to is no longer there. Your words are still on this screen: copy them before you leave it.')
    mustBeDraft(paperAt(workspace.read, section.paperId).state)
    const { transactionId } = workspace.change(`Section “${section.heading}” written`, (db) => saveSection(db, section.id, input.document))
    return { savedAt: clock.now().toISOString(), transactionId }
  }),

  preview: answer.papers.preview.handler(({ context, input }) => {
    const paper = paperAt(context.workspace.read, input.id)
    return previewOf(context.workspace.read, paper, new Map(input.words.map(({ sectionId, document }) => [sectionId, document])))
  }),

  word: answer.papers.word.handler(async ({ context, input }) => {
    const { name, bytes } = await wordOf(context.workspace.read, paperAt(context.workspace.read, input.id))
    return new File([new Uint8Array(bytes)], name, { type: WORD_MEDIA })
  }),

  compose: answer.papers.compose.handler(async ({ context, input }) => {
    const db = context.workspace.read
    const stored = findPaperAsAt(db, input.asAt)
    const { name, bytes, figures } = stored ? await wordOf(db, stored) : await standingPaper(db, input.asAt, input.layout)
    return { file: new File([new Uint8Array(bytes)], name, { type: WORD_MEDIA }), figures }
  }),

  issue: answer.papers.issue.handler(async ({ context: { workspace }, input }) => {
    const paper = paperAt(workspace.read, input.id)
    const stamp = workspace.stamp()
    movePaper(paper.state, 'issued')
    const { name, bytes, figures } = await wordOf(workspace.read, paper, input.issuedOn)
    if (workspace.stamp() !== stamp) refuse('changed-meanwhile', 'Something was changed while the paper was being made. Nothing was issued. Look at the paper again, then issue it.')
    const sentence = `${paper.title} issued`
    const { transactionId, result: sha256 } = workspace.change(
      sentence,
      (db) => {
        updatePaperState(db, paper.id, 'issued')
        const earlier = paper.revisesId === null ? undefined : findPaper(db, paper.revisesId)
        if (earlier?.state === 'issued') updatePaperState(db, earlier.id, movePaper(earlier.state, 'superseded'))
        return insertIssue(db, { paperId: paper.id, issuedOn: input.issuedOn, fileName: name, bytes, figures })
      },
      { final: true },
    )
    return { transactionId, sentence, id: paper.id, sha256 }
  }),

  revise: answer.papers.revise.handler(({ context: { workspace }, input }) => {
    const paper = paperAt(workspace.read, input.id)
    if (paper.state === 'draft') refuse('still-a-draft', 'This paper is still a draft. Change it as it is; a new draft is made from an issued paper.')
    const sections = listSections(workspace.read, paper.id)
    const sentence = `New draft made from ${paper.title}`
    const { transactionId, result: id } = workspace.change(sentence, (db) => insertPaper(db, { ...paper, sections, revisesId: paper.id }))
    return { transactionId, sentence, id }
  }),

  delete: answer.papers.delete.handler(({ context: { workspace }, input }) => {
    const paper = paperAt(workspace.read, input.id)
    if (paper.state !== 'draft') refuse('paper-issued', 'An issued paper is never deleted. Make a new draft from it instead.')
    const sentence = `Draft “${paper.title}” deleted`
    const { transactionId } = workspace.change(sentence, (db) => deletePaper(db, paper.id))
    return { transactionId, sentence }
  }),
}
