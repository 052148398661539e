import type { CivilDate } from '../../api/base.ts'
import type { ReadHandle } from '../../database/index.ts'
import { isLive } from '../../domain/action-state.ts'
import { refuse } from '../../domain/refusal.ts'
import { agendaPaper } from '../../papers/agenda.ts'
import { packPaper, WORD_MEDIA } from '../../papers/pack.ts'
import { actionsOn } from '../actions/queries.ts'
import { answer } from '../answer.ts'
import { findMeeting, listItems, previousMeeting, type StoredMeeting } from '../meetings/queries.ts'
import { readSettings } from '../settings/queries.ts'
import { papersOfMeeting } from './queries.ts'

/** What came back at a meeting stays so on its agenda, whatever became of it since. */
function openBefore(db: ReadHandle, meeting: StoredMeeting, today: CivilDate) {
  const day = meeting.date < today ? meeting.date : today
  return actionsOn(db, day, { bodyId: meeting.bodyId }).filter((action) => action.meetingDate < meeting.date && isLive(action.state))
}

export const agendas = {
  word: answer.agendas.word.handler(async ({ context, input }) => {
    const db = context.workspace.read
    const meeting = findMeeting(db, input.meetingId) ?? refuse('no-such-meeting', 'That meeting is no longer there. It may have been deleted or undone since this page was opened.')
    const settings = readSettings(db)
    const papers = papersOfMeeting(db, meeting.id)
    const paper = agendaPaper({
      body: { name: meeting.bodyName, code: meeting.bodyCode },
      date: meeting.date,
      time: meeting.time,
      place: meeting.place,
      items: listItems(db, meeting.id).map((item) => ({ ...item, papers: papers.filter(({ itemId }) => itemId === item.id) })),
      previous: previousMeeting(db, meeting)?.date ?? null,
      mattersArising: openBefore(db, meeting, context.today),
      audience: input.audience,
      createdOn: meeting.date < context.today ? meeting.date : context.today,
      council: { name: settings.council, abbreviation: settings.councilAbbreviation },
      provider: { name: settings.provider, abbreviation: settings.providerAbbreviation },
    })
    const name = `${meeting.bodyCode} ${meeting.date} agenda${input.audience === 'public' ? ' public' : ''}.docx`
    return new File([new Uint8Array(await packPaper(paper))], name, { type: WORD_MEDIA })
  }),
}
