import type { CivilDate } from '../../api/base.ts'
import type { ExplainedFigure } from '../../api/figures.ts'
import { minutesContent, type MinutesContent } from '../../api/minutes.ts'
import type { FigureAttributes } from '../../api/richtext.ts'
import type { ReadHandle } from '../../database/index.ts'
import { figuresShown } from '../../domain/rich-text.ts'
import { minutesPaper, type MinutesStanding } from '../../papers/minutes.ts'
import { packPaper } from '../../papers/pack.ts'
import { actionsOn } from '../actions/queries.ts'
import { countExplained, questionOf } from '../figures/count-queries.ts'
import { listDecisions, listItems, type StoredMeeting } from '../meetings/queries.ts'
import { readSettings } from '../settings/queries.ts'
import { listDeclarations, listPresences, meetingTimes } from './content-queries.ts'
import type { MinutesFile } from './version-queries.ts'

/**
 * A meeting's minutes as its records stand now. Actions stand as they were recorded at the meeting: with the owner and due
 * date that it gave them, whatever became of them since.
 */
export function contentOf(db: ReadHandle, meeting: StoredMeeting): MinutesContent {
  const items = listItems(db, meeting.id)
  const decisions = listDecisions(db, meeting)
  const actions = actionsAsGiven(db, meeting.id)
  const actionsUnder = (itemId: string | null) => actions.filter((action) => action.itemId === itemId).map(({ number, text, owner, due }) => ({ number, text, owner, due }))
  return minutesContent.parse({
    body: { name: meeting.bodyName, code: meeting.bodyCode },
    date: meeting.date,
    time: meeting.time,
    place: meeting.place,
    ...meetingTimes(db, meeting.id),
    attendance: listPresences(db, meeting.id),
    declarations: listDeclarations(db, meeting.id, items),
    items: items.map(({ savedAt: _, ...item }) => ({
      ...item,
      decisions: decisions.filter(({ itemId }) => itemId === item.id).map(({ number, text, reasons }) => ({ number, text, reasons })),
      actions: actionsUnder(item.id),
    })),
    otherActions: actionsUnder(null),
    figures: figuresIn(db, items.flatMap(({ document }) => figuresShown(document)), meeting.date),
  })
}

function actionsAsGiven(db: ReadHandle, meetingId: string) {
  return actionsOn(db, '9999-12-31', { meetingId })
    .map(({ originalOwner, originalDue, ...action }) => ({ ...action, owner: originalOwner, due: originalDue }))
    .sort((a, b) => a.number.localeCompare(b.number, 'en-GB', { numeric: true }))
}

/** Only what a sentence shows is counted and kept. */
function figuresIn(db: ReadHandle, shown: readonly FigureAttributes[], asAt: CivilDate): ExplainedFigure[] {
  if (shown.length === 0) return []
  const settings = readSettings(db)
  return countExplained(db, settings, questionOf(settings, { asAt }, asAt)).filter(({ id, group }) => shown.some((each) => each.figure === id && each.group === group))
}

/** The Word file of minutes. `createdOn` stands in the file, so the same words on the same day are the same bytes. */
export async function minutesWord(db: ReadHandle, content: MinutesContent, standing: MinutesStanding, audience: 'full' | 'public', createdOn: CivilDate): Promise<MinutesFile> {
  const settings = readSettings(db)
  const paper = minutesPaper({
    content,
    standing,
    audience,
    createdOn,
    council: { name: settings.council, abbreviation: settings.councilAbbreviation },
    provider: { name: settings.provider, abbreviation: settings.providerAbbreviation },
  })
  const stands = standing.kind === 'agreed' ? 'agreed' : standing.version === null ? 'draft' : `draft version ${standing.version}`
  return { name: `${content.body.code} ${content.date} minutes ${stands}${audience === 'public' ? ' public' : ''}.docx`, bytes: await packPaper(paper) }
}
