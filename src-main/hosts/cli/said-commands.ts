import { existsSync, readFileSync, statSync } from 'node:fs'
import { basename, resolve } from 'node:path'
import type { MinutesProposal } from '../../api/past-meetings.ts'
import type { SaidHit } from '../../api/search.ts'
import { Refusal } from '../../domain/refusal.ts'
import { dateOption, fileArgument, optional, withWorkspace, WrongUse, type Command } from './command.ts'
import { bodyNamed } from './meeting-commands.ts'

/** Looks at Word minutes and says what was recognised; an officer confirms it on the screen, so nothing is kept here. */
const readIn: Command = {
  name: 'meetings read-in',
  usage: 'FILE.docx --workspace W',
  options: {},
  async run(given) {
    const path = resolve(fileArgument(given))
    if (!existsSync(path) || !statSync(path).isFile()) throw new Refusal('no-such-file', `There is no file at ${path}. Check its name and folder.`)
    const file = new File([new Uint8Array(readFileSync(path))], basename(path))
    const proposal = await withWorkspace(given, (client) => client.pastMeetings.read({ file }))
    return { document: proposal, lines: proposalLines(proposal) }
  },
}

function proposalLines({ date, place, items, otherActions, notes }: MinutesProposal): string[] {
  return [
    `Meeting of ${date ?? 'a date that cannot be read'}${place === '' ? '' : `, ${place}`}`,
    ...items.flatMap(({ title, decisions, actions }, at) => [
      `  ${at + 1} ${title}`,
      ...decisions.map(({ text }) => `    Decision: ${text}`),
      ...actions.map(({ text, owner, due }) => `    Action: ${text} ${owner || 'no owner'}, due ${due ?? 'not readable'}`),
    ]),
    ...otherActions.map(({ text, owner, due }) => `  Action: ${text} ${owner || 'no owner'}, due ${due ?? 'not readable'}`),
    ...notes,
  ]
}

const search: Command = {
  name: 'search',
  usage: 'WORDS… --workspace W [--body B] [--from YYYY-MM-DD] [--to YYYY-MM-DD] [--school URN]',
  options: { body: 'string', from: 'string', to: 'string', school: 'string' },
  async run(given) {
    const words = given.positionals.join(' ')
    const [from, to, school, body] = [dateOption(given, 'from'), dateOption(given, 'to'), optional(given, 'school'), optional(given, 'body')]
    if (school !== undefined && !/^\d{6}$/.test(school)) throw new WrongUse('--school takes a URN of six digits.')
    if (words.trim() === '' && school === undefined) throw new WrongUse('Which words?')
    const found = await withWorkspace(given, async (client) =>
      client.search.said({
        words,
        ...(body !== undefined && { bodyId: (await bodyNamed(client, body)).id }),
        ...(from !== undefined && { from }),
        ...(to !== undefined && { to }),
        ...(school !== undefined && { urn: school }),
        limit: 100,
      }),
    )
    return { document: found, lines: [`${found.total} found`, ...found.hits.map(hitLine)] }
  },
}

function hitLine({ title, bodyName, date, passage, exempt }: SaidHit): string {
  return `${date} ${bodyName}: ${title}${exempt ? ' (exempt)' : ''}: ${passage.map(({ text }) => text).join('')}`
}

export const saidCommands: readonly Command[] = [readIn, search]
