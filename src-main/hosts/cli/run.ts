import { ORPCError } from '@orpc/server'
import { parseArgs } from 'node:util'
import { Refusal } from '../../domain/refusal.ts'
import { WrongUse, type Answer, type Command } from './command.ts'
import { compareCommands } from './compare-command.ts'
import { importCommands } from './import-commands.ts'
import { importHistoryCommands } from './import-history-commands.ts'
import { meetingCommands } from './meeting-commands.ts'
import { minuteBookCommands } from './minute-book-command.ts'
import { paperCommands } from './paper-commands.ts'
import { qualityCommands } from './quality-command.ts'
import { saidCommands } from './said-commands.ts'
import { schoolCommands } from './school-commands.ts'
import { supportCommands } from './support-commands.ts'
import { workspaceCommands } from './workspace-commands.ts'

export const commands: readonly Command[] = [
  ...workspaceCommands, ...importCommands, ...importHistoryCommands, ...schoolCommands, ...qualityCommands, ...supportCommands, ...meetingCommands, ...minuteBookCommands, ...saidCommands, ...paperCommands, ...compareCommands,
]

/** Exit codes: 0 done, 1 refused or problems found, 2 wrong use. */
type ExitCode = 0 | 1 | 2

/** Where the two streams of the process go; tests listen in. */
export interface Streams {
  out: (text: string) => void
  err: (text: string) => void
}

function usage(): string {
  const lines = commands.map(({ name, usage: rest }) => `  quartet ${name} ${rest} [--json]`)
  return ['Usage:', ...lines, 'Text for people by default; with --json one JSON document. --officer NAME signs changes.'].join('\n')
}

function find(words: readonly string[]): { command: Command; rest: string[] } {
  for (const command of commands) {
    const name = command.name.split(' ')
    if (name.every((word, i) => words[i] === word)) return { command, rest: words.slice(name.length) }
  }
  const [first] = words
  throw new WrongUse(first === undefined ? 'Which command?' : `“${first}” is not a command.`)
}

function parse(command: Command, rest: string[]) {
  const taken: Command['options'] = { json: 'boolean', workspace: 'string', officer: 'string', ...command.options }
  const options = Object.fromEntries(
    Object.entries(taken).map(([name, type]) => [name, type === 'strings' ? ({ type: 'string', multiple: true } as const) : { type }]),
  )
  try {
    const { values, positionals } = parseArgs({ args: rest, options, allowPositionals: true })
    const texts = Object.fromEntries(Object.entries(values).map(([name, value]) => [name, Array.isArray(value) ? value.map(String) : value]))
    return { options: texts, positionals }
  } catch (error) {
    throw new WrongUse(error instanceof Error ? error.message : String(error))
  }
}

/** Runs one command line and answers its exit code. Everything but the command's own answer goes to `err`. */
export async function runCommand(words: readonly string[], streams: Streams): Promise<ExitCode> {
  if (words.includes('--help') || words[0] === 'help') {
    streams.out(`${usage()}\n`)
    return 0
  }
  try {
    const { command, rest } = find(words)
    const given = parse(command, rest)
    const answer = await command.run(given)
    print(answer, given.options['json'] === true, streams)
    return answer.problems ? 1 : 0
  } catch (error) {
    if (error instanceof WrongUse) {
      streams.err(`${error.message}\n${usage()}\n`)
      return 2
    }
    if (error instanceof Refusal || error instanceof ORPCError) {
      streams.err(`${sentenceOf(error)}\n`)
      return 1
    }
    throw error
  }
}

/** What the contract's own check refuses reaches a person as where it was wrong. */
function sentenceOf(error: Refusal | ORPCError<string, unknown>): string {
  if (error instanceof ORPCError && error.code === 'BAD_REQUEST') return `${error.message}. Check the values given on the command line.`
  return error.message
}

function print(answer: Answer, json: boolean, { out }: Streams): void {
  if (json) {
    if (answer.document !== null) out(`${JSON.stringify(answer.document)}\n`)
  } else if (answer.lines.length > 0) {
    out(`${answer.lines.join('\n')}\n`)
  }
}
