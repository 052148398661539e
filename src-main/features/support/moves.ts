import type { PackageDetail, PackageMove } from '../../api/support.ts'
import type { ReadHandle } from '../../database/index.ts'
import { formatDate } from '../../domain/date-words.ts'
import { movePackage, stateAfterStep, type PackageStep } from '../../domain/package-state.ts'
import { packageOn } from '../../domain/package-standing.ts'
import { refuse } from '../../domain/refusal.ts'
import { EVER } from './detail-queries.ts'
import { packageEvents, packageSchool, schoolReader } from './queries.ts'

/**
 * Refuses an illegal move (`package-move`). Officers backfill in any order, so a move is legal where it fits the state
 * on its own date or the state that the package has reached.
 */
export function checkStep(db: ReadHandle, id: string, step: PackageStep, date: string): void {
  const events = packageEvents(db, id)
  const then = packageOn(events, date)
  const reached = packageOn(events, EVER)
  if (!reached) refuse('no-such-package', GONE)
  if (then !== null && stateAfterStep(then.state, step) !== null) return
  movePackage(reached.state, step)
}

export const GONE = 'That package is no longer there. It may have been deleted or undone since this page was opened.'

/** What a move must bring along beside being legal; answers the id of the successor that it is carried on at. */
export function checkMove(db: ReadHandle, detail: PackageDetail, move: PackageMove): string | null {
  checkStep(db, detail.id, move.kind, move.date)
  if (move.kind === 'agreed') {
    if (move.agreedWith === undefined) refuse('no-agreement', 'Say who agreed the package at the school, by role.')
    if (move.funding === undefined) refuse('no-funding', 'Say how the package is paid for, such as “Core contract” or “Charged to the academy”.')
  }
  if (['paused', 'stopped', 'escalated'].includes(move.kind) && move.note === '') refuse('no-reason', `Give the reason why the package is ${move.kind}.`)
  if (move.kind === 'escalated') checkNotice(db, detail, move)
  return move.kind === 'carriedOn' ? successorOf(db, detail, move) : null
}

/** A council gives warning notices to maintained schools only (Education and Inspections Act 2006, sections 60 and 60A). */
function checkNotice(db: ReadHandle, detail: PackageDetail, move: PackageMove): void {
  const school = packageSchool(db, { urn: detail.urn })
  const group = school ? schoolReader(db).group(school.id, move.date) : 'neither'
  if (group === 'academy') {
    refuse(
      'not-maintained',
      `${detail.schoolName} is an academy on ${formatDate(move.date)}, and a council gives warning notices to maintained schools only. The Regional Schools Commissioner can act instead: refer the concern to the Commissioner, and stop or review the package here.`,
    )
  }
  if (group === 'neither') refuse('not-maintained', `${detail.schoolName} is not a maintained school on ${formatDate(move.date)}, so the council cannot give it a warning notice. Stop or review the package instead.`)
  if (move.statute === undefined) refuse('no-statute', 'Say under which section the warning notice is given: section 60, or section 60A for teachers’ pay and conditions.')
  if (move.guidance === undefined) refuse('no-guidance', 'Name the version of the guidance that the warning notice follows.')
}

function successorOf(db: ReadHandle, detail: PackageDetail, move: PackageMove): string {
  const school = packageSchool(db, { urn: detail.urn })
  const successors = school ? schoolReader(db).successors(school.id, move.date) : []
  if (successors.length === 0) refuse('no-successor', `${detail.schoolName} has no successor in the register. Import the register’s links, or stop or complete the package.`)
  if (move.urn === undefined) refuse('no-successor-chosen', `Choose the school that takes the place of ${detail.schoolName}.`)
  const chosen = successors.find(({ urn }) => urn === move.urn)
  const found = chosen && packageSchool(db, { urn: chosen.urn })
  if (!found) refuse('not-a-successor', `URN ${move.urn} is not a successor of ${detail.schoolName}. Choose ${successors.map(({ name, urn }) => `${name} (URN ${urn})`).join(' or ')}.`)
  return found.id
}
