import type { CivilDate } from '../../api/base.ts'
import type { ExplainedFigure } from '../../api/figures.ts'
import type { PaperSection } from '../../api/papers.ts'
import type { RichText } from '../../api/richtext.ts'
import type { SettingsState } from '../../api/settings.ts'
import type { ReadHandle } from '../../database/index.ts'
import { formatDate } from '../../domain/date-words.ts'
import { auditCommitteePaper, auditCommitteeTitle } from '../../papers/audit-committee.ts'
import type { PaperDocument } from '../../papers/model.ts'
import { packPaper } from '../../papers/pack.ts'
import { standingWording } from '../../papers/wording.ts'
import { countExplained, questionOf } from '../figures/count-queries.ts'
import { readSettings } from '../settings/queries.ts'
import { findIssue, listSections, type StoredPaper } from './queries.ts'

/** The figures of a paper: live for a draft, as frozen for an issued one. */
export function figuresOf(db: ReadHandle, paper: StoredPaper): ExplainedFigure[] {
  const issue = findIssue(db, paper.id)
  if (issue) return issue.figures
  const settings = readSettings(db)
  return countExplained(db, settings, questionOf(settings, { asAt: paper.asAt }, paper.asAt))
}

export interface PaperFile {
  name: string
  bytes: Uint8Array
  figures: ExplainedFigure[]
}

interface Draft {
  title: string
  meetingDate: CivilDate
  asAt: CivilDate
  layout: StoredPaper['layout']
  sections: readonly Pick<PaperSection, 'key' | 'heading' | 'document'>[]
}

/** A draft with its words and figures as plain data, before it is Word. */
function documentOf(draft: Draft, settings: SettingsState, figures: ExplainedFigure[], createdOn: CivilDate): PaperDocument {
  return auditCommitteePaper({
    ...draft,
    classification: 'PUBLIC',
    createdOn,
    figures,
    council: { name: settings.council, abbreviation: settings.councilAbbreviation },
    provider: { name: settings.provider, abbreviation: settings.providerAbbreviation },
  })
}

/** The paper as it reads, with the words given in place of those that are kept. */
export function previewOf(db: ReadHandle, paper: StoredPaper, words: ReadonlyMap<string, RichText>): PaperDocument {
  const sections = listSections(db, paper.id).map((section) => ({ ...section, document: words.get(section.id) ?? section.document }))
  return documentOf({ ...paper, sections }, readSettings(db), figuresOf(db, paper), paper.issuedOn ?? paper.meetingDate)
}

/** Makes the Word file of a draft from its words and figures. */
async function makeWord(draft: Draft, settings: SettingsState, figures: ExplainedFigure[], createdOn: CivilDate): Promise<PaperFile> {
  const document = documentOf(draft, settings, figures, createdOn)
  return { name: `Audit Committee ${draft.meetingDate}.docx`, bytes: await packPaper(document), figures }
}

/** The Word file of a stored paper: made afresh for a draft, the frozen bytes for an issued one. */
export async function wordOf(db: ReadHandle, paper: StoredPaper, issuedOn?: CivilDate): Promise<PaperFile> {
  const issue = findIssue(db, paper.id)
  if (issue) return { name: issue.fileName, bytes: issue.bytes, figures: issue.figures }
  const draft = { ...paper, sections: listSections(db, paper.id) }
  return makeWord(draft, readSettings(db), figuresOf(db, paper), issuedOn ?? paper.meetingDate)
}

/** What a new paper starts from: the title line and the standing wording of its layout. */
export function standingDraft(settings: SettingsState, { meetingDate, layout }: Pick<Draft, 'meetingDate' | 'layout'>): Pick<Draft, 'title' | 'sections'> {
  const names = { council: settings.councilAbbreviation, provider: settings.providerAbbreviation, contractStart: formatDate(settings.contractStart) }
  return { title: auditCommitteeTitle(meetingDate, settings.provider), sections: standingWording(layout, names) }
}

/** A paper with standing wording for a meeting on its as-at date, where nobody has begun one. */
export async function standingPaper(db: ReadHandle, asAt: CivilDate, layout: StoredPaper['layout']): Promise<PaperFile> {
  const settings = readSettings(db)
  const figures = countExplained(db, settings, questionOf(settings, { asAt }, asAt))
  return makeWord({ ...standingDraft(settings, { meetingDate: asAt, layout }), meetingDate: asAt, asAt, layout }, settings, figures, asAt)
}
