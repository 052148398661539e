import { resolve } from 'node:path'
import type { Action, Body, Meeting, MeetingRow } from '../../api/meetings.ts'
import { Refusal } from '../../domain/refusal.ts'
import { dateOption, flag, noArguments, oneArgument, optional, required, withWorkspace, WrongUse, type Arguments, type Client, type Command } from './command.ts'
import { writeWord } from './paper-commands.ts'

const ROW_ID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/

/** A body by its code, its name or an alias, as people write it. */
export async function bodyNamed(client: Client, words: string): Promise<Body> {
  const wanted = words.trim().toLowerCase()
  const bodies = await client.bodies.list()
  const body = bodies.find(({ code, name, aliases }) => [code, name, ...aliases].some((each) => each.toLowerCase() === wanted))
  if (!body) throw new Refusal('no-such-body', `There is no body “${words}”. The bodies are: ${bodies.map(({ code }) => code).join(', ')}.`)
  return body
}

async function bodyOption(client: Client, given: Arguments): Promise<{ bodyId?: string }> {
  const words = optional(given, 'body')
  return words === undefined ? {} : { bodyId: (await bodyNamed(client, words)).id }
}

function rowOf({ id, bodyCode, date, state, minutes }: MeetingRow) {
  return { id, body: bodyCode, date, state, minutes }
}

const list: Command = {
  name: 'meetings list',
  usage: '--workspace W [--body B]',
  options: { body: 'string' },
  async run(given) {
    noArguments(given)
    const rows = await withWorkspace(given, async (client) => (await client.meetings.list(await bodyOption(client, given))).map(rowOf))
    return { document: rows, lines: rows.map(({ id, body, date, state, minutes }) => `${date} ${body}: ${state}, minutes ${minutes} (${id})`) }
  },
}

const show: Command = {
  name: 'meetings show',
  usage: 'ID --workspace W',
  options: {},
  async run(given) {
    const id = oneArgument(given, 'id of a meeting', ROW_ID)
    const meeting = await withWorkspace(given, (client) => client.meetings.get({ id }))
    return { document: { ...meeting, body: meeting.bodyCode }, lines: meetingLines(meeting) }
  },
}

function meetingLines(meeting: Meeting): string[] {
  return [
    `${meeting.bodyName}, ${meeting.date}: ${meeting.state}, minutes ${meeting.minutes}`,
    ...meeting.attendance.map(({ role, presence }) => `  ${role}: ${presence ?? 'not recorded'}`),
    ...meeting.agenda.map(({ number, title }) => `  ${number} ${title}`),
    ...meeting.decisionList.map(({ number, text }) => `  Decision ${number}: ${text}`),
    ...meeting.actionList.map(actionLine),
  ]
}

function actionLine({ number, text, owner, due, state, overdue }: Action): string {
  return `  Action ${number}: ${text} ${owner}, due ${due}, ${overdue ? 'overdue' : state}`
}

const STATES = ['open', 'inProgress', 'done', 'confirmed', 'superseded', 'cancelled', 'overdue', 'live'] as const

const actions: Command = {
  name: 'actions list',
  usage: `--workspace W --as-at YYYY-MM-DD [--body B] [--state ${STATES.join('|')}]`,
  options: { 'as-at': 'string', body: 'string', state: 'string' },
  async run(given) {
    noArguments(given)
    const asAt = dateOption(given, 'as-at') ?? required(given, 'as-at')
    const wanted = optional(given, 'state')
    if (wanted !== undefined && !STATES.some((state) => state === wanted)) throw new WrongUse(`There is no state “${wanted}”. The states are: ${STATES.join(', ')}.`)
    const { rows } = await withWorkspace(given, async (client) => client.actions.list({ asAt, view: 'all', ...(await bodyOption(client, given)) }))
    const shown = rows.filter(({ state, overdue }) => wanted === undefined || (wanted === 'overdue' ? overdue : wanted === 'live' ? state === 'open' || state === 'inProgress' : state === wanted))
    return { document: shown, lines: shown.map(actionLine) }
  },
}

/** One meeting's paper as a Word file. */
function meetingPaper(name: string, fileOf: (client: Client, meetingId: string, audience: 'full' | 'public') => Promise<File>): Command {
  return {
    name: `paper ${name}`,
    usage: '--workspace W --meeting ID --out FILE.docx [--public]',
    options: { meeting: 'string', out: 'string', public: 'boolean' },
    async run(given) {
      noArguments(given)
      const meetingId = required(given, 'meeting')
      if (!ROW_ID.test(meetingId)) throw new WrongUse(`“${meetingId}” is not the id of a meeting. “meetings list” gives them.`)
      const out = resolve(required(given, 'out'))
      const file = await withWorkspace(given, (client) => fileOf(client, meetingId, flag(given, 'public') ? 'public' : 'full'))
      const written = await writeWord(file, out)
      return { document: written, lines: [`Paper: ${written.path}`, `SHA-256: ${written.sha256}`] }
    },
  }
}

const agenda = meetingPaper('agenda', (client, meetingId, audience) => client.agendas.word({ meetingId, audience }))

/** The latest version as it was frozen, or, where none was circulated yet, the words as they stand. */
const minutes = meetingPaper('minutes', async (client, meetingId, audience) => {
  const { versions } = await client.minutes.story({ meetingId })
  const versionId = versions.at(-1)?.id
  return client.minutes.word({ meetingId, audience, ...(versionId !== undefined && { versionId }) })
})

export const meetingCommands: readonly Command[] = [list, show, actions, agenda, minutes]
