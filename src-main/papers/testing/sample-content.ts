import type { ExplainedFigure } from '../../api/figures.ts'
import type { AuditCommitteeContent } from '../audit-committee.ts'
import { auditCommitteeTitle } from '../audit-committee.ts'
import { standingWording } from '../wording.ts'

/** A figure for a test: a share, or a plain count where `denominator` is null. */
export function sampleFigure(given: Pick<ExplainedFigure, 'id' | 'group' | 'numerator' | 'denominator' | 'percent' | 'title'> & Partial<ExplainedFigure>): ExplainedFigure {
  return {
    text: given.percent === null ? 'not applicable' : `${given.percent}%`,
    asAt: '2016-06-21',
    from: '2015-09-01',
    settings: { carryOver: true, phasesLeftOut: [], contactKinds: ['visit'] },
    numeratorUrns: [],
    denominatorUrns: [],
    howCounted: 'Counted by the rules of the workspace.',
    ...given,
  }
}

const visits = 'open on the date, with at least one completed visit in person that counts for the contract. Visits to a predecessor count for the school that took its place.'
const attendance = 'open on the date, that attended at least one DSG meeting. Attendance by a predecessor counts for the school that took its place.'
const needs = 'open on the date, whose latest judgement says that a support package is required.'

export const sampleFigures: readonly ExplainedFigure[] = [
  sampleFigure({ id: 'visited', group: 'maintained', numerator: 252, denominator: 290, percent: 87, title: 'Maintained schools visited', howCounted: `Maintained schools ${visits}` }),
  sampleFigure({ id: 'visited', group: 'academy', numerator: 104, denominator: 157, percent: 66, title: 'Academies visited', howCounted: `Academies ${visits}` }),
  sampleFigure({ id: 'dsgCoverage', group: 'maintained', numerator: 238, denominator: 290, percent: 82, title: 'Maintained schools at a DSG meeting', howCounted: `Maintained schools ${attendance}` }),
  sampleFigure({ id: 'dsgCoverage', group: 'academy', numerator: 61, denominator: 157, percent: 39, title: 'Academies at a DSG meeting', howCounted: `Academies ${attendance}` }),
  sampleFigure({ id: 'dsgRounds', group: null, numerator: 3, denominator: null, percent: null, text: 'three', title: 'Rounds of DSG meetings', howCounted: 'The largest number of meetings that any one group has held.' }),
  sampleFigure({ id: 'dsgMeetings', group: null, numerator: 29, denominator: null, percent: null, text: '29', title: 'DSG meetings held', howCounted: 'Each group and date counts once.' }),
  sampleFigure({ id: 'packagesRequired', group: 'maintained', numerator: 78, denominator: 290, percent: 27, title: 'Maintained schools requiring packages', howCounted: `Maintained schools ${needs}` }),
  sampleFigure({ id: 'packagesRequired', group: 'academy', numerator: 12, denominator: 157, percent: 8, title: 'Academies requiring packages', howCounted: `Academies ${needs}` }),
]

/** The paper of 21 June 2016 with invented counts behind its percentages. */
export const sampleContent: AuditCommitteeContent = {
  title: auditCommitteeTitle('2016-06-21', 'Birmingham Education Partnership'),
  meetingDate: '2016-06-21',
  asAt: '2016-06-21',
  layout: 'short',
  classification: 'PUBLIC',
  createdOn: '2016-06-13',
  sections: standingWording('short', 'BEP'),
  figures: sampleFigures,
  council: { name: 'Birmingham City Council', abbreviation: 'BCC' },
  provider: { name: 'Birmingham Education Partnership', abbreviation: 'BEP' },
}
