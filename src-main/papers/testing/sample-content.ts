import type { ExplainedFigure, Figure } from '../../api/figures.ts'
import { explained } from '../../domain/figure-words.ts'
import { percentOf, percentText } from '../../domain/percent.ts'
import type { AuditCommitteeContent } from '../audit-committee.ts'
import { auditCommitteeTitle } from '../audit-committee.ts'
import { z } from 'zod'
import paperNarrative from '../../../resources/sample/paper.json' with { type: 'json' }
import { richText } from '../../api/richtext.ts'

/** A figure for a test, in the words of the app: a share, or a plain count where `denominator` is null. */
export function sampleFigure(id: Figure['id'], group: Figure['group'], numerator: number, denominator: number | null): ExplainedFigure {
  const percent = denominator === null ? null : percentOf(numerator, denominator)
  const figure: Figure = {
    id,
    group,
    numerator,
    denominator,
    percent,
    text: denominator === null ? String(numerator) : percentText(percent),
    asAt: '2016-06-21',
    from: '2015-09-01',
    settings: { carryOver: true, phasesLeftOut: [], contactKinds: ['visit'] },
    numeratorUrns: [],
    denominatorUrns: [],
  }
  return explained(figure, { provider: 'Birmingham Education Partnership' })
}

/** Invented counts behind the percentages of the paper of 21 June 2016. */
export const sampleFigures: readonly ExplainedFigure[] = [
  sampleFigure('visited', 'maintained', 252, 290),
  sampleFigure('visited', 'academy', 104, 157),
  sampleFigure('dsgCoverage', 'maintained', 238, 290),
  sampleFigure('dsgCoverage', 'academy', 61, 157),
  sampleFigure('dsgRounds', null, 3, null),
  sampleFigure('dsgMeetings', null, 29, null),
  sampleFigure('packagesRequired', 'maintained', 78, 290),
  sampleFigure('packagesRequired', 'academy', 12, 157),
]

const narrative = z.object({ sections: z.array(z.object({ key: z.string(), heading: z.string(), document: richText })) }).parse(paperNarrative)

/** The sample workspace's paper of 21 June 2016. */
export const sampleContent: AuditCommitteeContent = {
  title: auditCommitteeTitle('2016-06-21', 'Birmingham Education Partnership'),
  meetingDate: '2016-06-21',
  asAt: '2016-06-21',
  layout: 'short',
  classification: 'PUBLIC',
  createdOn: '2016-06-13',
  sections: narrative.sections.map((section) => ({ ...section, heading: section.heading.replaceAll('{provider}', 'BEP') })),
  figures: sampleFigures,
  council: { name: 'Birmingham City Council', abbreviation: 'BCC' },
  provider: { name: 'Birmingham Education Partnership', abbreviation: 'BEP' },
}
