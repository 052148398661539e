import type { CivilDate } from '../api/base.ts'
import type { ExplainedFigure } from '../api/figures.ts'
import type { PaperLayout } from '../api/papers.ts'
import type { RichText } from '../api/richtext.ts'
import { formatDate } from '../domain/date-words.ts'
import { countText } from '../domain/number-words.ts'
import { percentText } from '../domain/percent.ts'
import { expandAbbreviations } from './abbreviations.ts'
import { figureTextOf } from './figure-text.ts'
import type { Classification, PaperBlock, PaperDocument, PaperTable } from './model.ts'
import { plainParagraph } from './model.ts'
import { narrative, NOT_RECORDED } from './rich-text.ts'
import { keptAbbreviations, tablesSentence } from './wording.ts'

/** A council or a provider, by its name and its short form. */
export interface Party {
  readonly name: string
  readonly abbreviation: string
}

/** Everything that the audit committee paper is made of. Dates come in: nothing here knows what day it is. */
export interface AuditCommitteeContent {
  readonly title: string
  readonly meetingDate: CivilDate
  /** The date that every figure is counted as at. */
  readonly asAt: CivilDate
  readonly layout: PaperLayout
  readonly classification: Classification
  /** The date in the file's properties: the day of issue, or for a draft the day of the meeting. */
  readonly createdOn: CivilDate
  readonly sections: readonly { readonly key: string; readonly heading: string; readonly document: RichText }[]
  readonly figures: readonly ExplainedFigure[]
  readonly council: Party
  readonly provider: Party
}

/** The section that the tables of figures stand in. */
const FIGURES_SECTION = 'done'

/** What a plain count shows where a share has its total and percentage. */
const NO_SHARE = 'Not applicable'

/** "Audit Committee 21 June 2016: Birmingham Education Partnership", the title line of the 2016 paper. */
export function auditCommitteeTitle(meetingDate: CivilDate, provider: string): string {
  return `Audit Committee ${formatDate(meetingDate)}: ${provider}`
}

/**
 * The audit committee paper in the short layout (DOMAIN.md, "Papers"): title line, numbered sections with the officer's
 * narrative, and in the second one the figures: number, out of, percentage, as at, and how each was counted.
 *
 * An empty section prints "Not recorded."; abbreviations are written out where the paper first uses them. Refuses with
 * `figure-missing` or `figure-not-a-share` where a sentence shows a figure that cannot be shown.
 */
export function auditCommitteePaper(content: AuditCommitteeContent): PaperDocument {
  const figureText = figureTextOf(content.figures)
  const blocks = content.sections.flatMap((section): PaperBlock[] => [
    { kind: 'heading', level: 1, text: section.heading },
    ...narrative(section.document, figureText),
    ...(section.key === FIGURES_SECTION ? figureTables(content) : []),
  ])
  const { council, provider } = content
  const abbreviations = { ...keptAbbreviations(), [council.abbreviation]: council.name, [provider.abbreviation]: provider.name }
  return {
    title: content.title,
    author: council.name,
    subject: `Paper for the Audit Committee on ${formatDate(content.meetingDate)}, figures as at ${formatDate(content.asAt)}`,
    classification: content.classification,
    createdOn: content.createdOn,
    blocks: [{ kind: 'title', text: content.title }, ...expandAbbreviations(blocks, abbreviations)],
  }
}

function figureTables({ figures, asAt }: AuditCommitteeContent): PaperBlock[] {
  return figures.length === 0 ? [plainParagraph(`Figures as at ${formatDate(asAt)}: ${NOT_RECORDED}`)] : [plainParagraph(tablesSentence()), valuesTable(figures, asAt), countingTable(figures)]
}

function valuesTable(figures: readonly ExplainedFigure[], asAt: CivilDate): PaperTable {
  return {
    kind: 'table',
    caption: `Figures as at ${formatDate(asAt)}`,
    description: 'One row for each measure: its number, the number it is out of, the percentage, and the date it is counted as at.',
    keepTogether: figures.length <= 12,
    columns: [
      { header: 'Measure', width: 3_266, align: 'left' },
      { header: 'Number', width: 1_040, align: 'right' },
      { header: 'Out of', width: 1_580, align: 'right' },
      { header: 'Per cent', width: 1_580, align: 'right' },
      { header: 'As at', width: 1_560, align: 'right' },
    ],
    rows: figures.map((figure) => [
      figure.title,
      countText(figure.numerator),
      figure.denominator === null ? NO_SHARE : countText(figure.denominator),
      figure.denominator === null || figure.percent === null ? NO_SHARE : percentText(figure.percent),
      formatDate(figure.asAt),
    ]),
  }
}

/** The rule of each figure in words, which name the date that it is as at and the first date that counts. */
function countingTable(figures: readonly ExplainedFigure[]): PaperTable {
  return {
    kind: 'table',
    caption: 'How each figure was counted',
    description: 'One row for each measure: the rule it was counted by, with the dates between which records count.',
    keepTogether: false,
    columns: [
      { header: 'Measure', width: 2_700, align: 'left' },
      { header: 'How it was counted', width: 6_326, align: 'left' },
    ],
    rows: figures.map((figure) => [figure.title, figure.howCounted]),
  }
}
