import type { ActionMove } from '../api/action-figures.ts'
import type { Figure, Move } from '../api/figures.ts'

/** Why a record moved, in words that stand alone: "visited since", "left the group: closed". */
export function moveWords({ why, from, to }: Pick<Move, 'why' | 'from' | 'to'>): string {
  switch (why) {
    case 'opened':
      return 'joined the group: opened'
    case 'closed':
      return 'left the group: closed'
    case 'converted':
      return to === 'out' ? 'left the group: converted' : 'joined the group: opened by conversion'
    case 'changedType':
      return to === 'out' ? 'left the group: changed type' : 'joined the group: changed type'
    case 'visited':
      return 'visited since'
    case 'attended':
      return 'attended a District Strategy Group since'
    case 'districtMet':
      return 'its district’s group has met since'
    case 'judged':
      return from === 'counted' ? 'judged since to need no package' : 'judged since to require a package'
    case 'recordedLate':
      return 'recorded late'
    case 'corrected':
      return 'corrected'
    case 'settings':
      return 'settings changed'
    case 'otherwise':
      return 'counted otherwise by another dated fact'
  }
}

/** Why an action moved in a figure, in words that stand alone: "done since", "fell due and was not done". */
export function actionMoveWords({ why, to }: Pick<ActionMove, 'why' | 'to'>): string {
  switch (why) {
    case 'opened':
      return 'newly recorded'
    case 'reopened':
      return to === 'out' ? 'reopened: not done after all' : 'reopened'
    case 'fellDue':
      return 'fell due and was not done'
    case 'extended':
      return 'extended to a later date'
    case 'done':
      return 'done since'
    case 'superseded':
      return 'superseded'
    case 'cancelled':
      return 'cancelled'
    case 'recordedLate':
      return 'recorded late'
    case 'corrected':
      return 'corrected'
    case 'settings':
      return 'settings changed'
    case 'otherwise':
      return 'counted otherwise by another dated fact'
  }
}

/** A figure of places moves with every meeting, whether or not a record does: a sentence that says so, or null. */
export function placesNote({ id, settings }: Pick<Figure, 'id' | 'settings'>): string | null {
  if (id !== 'dsgCoverage' || settings.dsgMethod !== 'meanAttendance') return null
  return 'The counts are places at meetings. Every meeting adds to them, so they can move though no school does; the reasons are told by school.'
}
