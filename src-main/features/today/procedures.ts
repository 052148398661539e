import { isLive } from '../../domain/action-state.ts'
import { daysBetween, weekday, addDays } from '../../domain/dates.ts'
import { actionsOn } from '../actions/queries.ts'
import { answer } from '../answer.ts'
import { countExplained, questionOf } from '../figures/count-queries.ts'
import { listMeetings } from '../meetings/queries.ts'
import { listPapers } from '../papers/queries.ts'
import { countOpenFindings } from '../quality/queries.ts'
import { readSettings } from '../settings/queries.ts'
import { comingUp, stillToCome } from './coming-up.ts'
import { countSchools, newestRegisterDate } from './queries.ts'
import { worthALook } from './worth-a-look.ts'

/** How many actions and papers the first screen shows. */
const SHOWN_ACTIONS = 8
const SHOWN_PAPERS = 4

export const today = {
  get: answer.today.get.handler(({ context }) => {
    const db = context.workspace.read
    const day = context.today
    const settings = readSettings(db)
    const meetings = listMeetings(db, {})
    const papers = listPapers(db)
    const figures = countExplained(db, settings, questionOf(settings, {}, day))
    const live = actionsOn(db, day).filter((action) => isLive(action.state))
    const sunday = addDays(day, 7 - weekday(day))
    const arising = new Map<string, number>()
    const bodyOf = new Map(meetings.map((meeting) => [meeting.id, meeting.bodyId]))
    for (const action of live) {
      const bodyId = bodyOf.get(action.meetingId)
      if (bodyId !== undefined) arising.set(bodyId, (arising.get(bodyId) ?? 0) + 1)
    }
    const statutory = stillToCome(meetings, day).find((meeting) => meeting.statutory === 1)
    return {
      date: day,
      nextStatutory: statutory ? { name: statutory.bodyName, date: statutory.date, days: daysBetween(day, statutory.date) } : null,
      comingUp: comingUp(meetings, papers, arising, day),
      actions: {
        overdue: live.filter((action) => action.overdue).length,
        dueThisWeek: live.filter((action) => action.due >= day && action.due <= sunday).length,
        open: live.length,
        rows: live.slice(0, SHOWN_ACTIONS),
      },
      figures,
      worthALook: worthALook({
        today: day,
        figures,
        registerDate: newestRegisterDate(db),
        schools: countSchools(db),
        odd: countOpenFindings(context.workspace, day),
        unrecorded: meetings.filter((meeting) => meeting.date < day && (meeting.state === 'planned' || meeting.state === 'agendaIssued')).reverse(),
        unminuted: meetings.filter((meeting) => meeting.state === 'held' && meeting.bodyKind !== 'districtStrategyGroup' && meeting.items > meeting.minuted && meeting.minuted > 0),
      }),
      papers: papers.slice(0, SHOWN_PAPERS),
    }
  }),
}
