import { resolve } from 'node:path'
import { flag, noArguments, required, withWorkspace, WrongUse, type Command } from './command.ts'
import { bodyNamed } from './meeting-commands.ts'
import { writeWord } from './paper-commands.ts'

const minuteBook: Command = {
  name: 'paper minute-book',
  usage: '--workspace W --body B --year YYYY --out FILE.docx [--public]',
  options: { body: 'string', year: 'string', out: 'string', public: 'boolean' },
  async run(given) {
    noArguments(given)
    const body = required(given, 'body')
    const year = required(given, 'year')
    if (!/^(19|2\d)\d{2}$/.test(year)) throw new WrongUse('--year takes a year as 2016.')
    const out = resolve(required(given, 'out'))
    const audience = flag(given, 'public') ? 'public' : 'full'
    const { file, contents } = await withWorkspace(given, async (client) => {
      const question = { bodyId: (await bodyNamed(client, body)).id, year: Number(year) }
      return { file: await client.minutes.book({ ...question, audience }), contents: await client.minutes.bookContents(question) }
    })
    const written = await writeWord(file, out)
    const missing = contents.meetings.filter(({ signed }) => !signed).map(({ date, standing }) => ({ date, standing }))
    return {
      document: { ...written, missing },
      lines: [`Paper: ${written.path}`, `SHA-256: ${written.sha256}`, ...missing.map(({ date, standing }) => `Not in it: ${date}, ${standing}`)],
    }
  },
}

export const minuteBookCommands: readonly Command[] = [minuteBook]
