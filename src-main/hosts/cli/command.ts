import { createRouterClient, type RouterClient } from '@orpc/server'
import { resolve } from 'node:path'
import { civilDate } from '../../api/base.ts'
import { openCore, type Router } from '../../core.ts'
import { deskClock, homeFolder } from '../desk.ts'

/** A wrong use of the command line: exit code 2. */
export class WrongUse extends Error {}

/** What a command answers: a document for programs, lines for people, and whether something is wrong with what it found. */
export interface Answer {
  readonly document: unknown
  readonly lines: readonly string[]
  readonly problems?: boolean
}

/** What the person typed after the command's name. */
export interface Arguments {
  readonly positionals: readonly string[]
  readonly options: Readonly<Record<string, string | boolean | readonly string[] | undefined>>
}

export interface Command {
  /** As typed: `schools import`. */
  readonly name: string
  /** The rest of the usage line. */
  readonly usage: string
  /** Options beside `--json`, `--workspace` and `--officer`; `strings` may be given several times. */
  readonly options: Readonly<Record<string, 'string' | 'boolean' | 'strings'>>
  run(given: Arguments): Promise<Answer>
}

export type Client = RouterClient<Router>

/** A text option that must be there. */
export function required({ options }: Arguments, name: string): string {
  const value = options[name]
  if (typeof value !== 'string' || value === '') throw new WrongUse(`--${name} is missing.`)
  return value
}

/** A text option that may be left out. */
export function optional({ options }: Arguments, name: string): string | undefined {
  const value = options[name]
  return typeof value === 'string' && value !== '' ? value : undefined
}

/** A text option that may be given several times. */
export function several({ options }: Arguments, name: string): readonly string[] {
  const values = options[name]
  return typeof values === 'object' ? values : []
}

/** A date that may be left out, as `2016-06-21`. */
export function dateOption(given: Arguments, name: string): string | undefined {
  const value = optional(given, name)
  if (value !== undefined && !civilDate.safeParse(value).success) throw new WrongUse(`--${name} takes a date as 2016-06-21.`)
  return value
}

export function flag({ options }: Arguments, name: string): boolean {
  return options[name] === true
}

/** The one file that a command works on. */
export function fileArgument({ positionals }: Arguments): string {
  const [file, more] = positionals
  if (file === undefined) throw new WrongUse('The name of the file is missing.')
  if (more !== undefined) throw new WrongUse(`One file at a time: “${more}” is one too many.`)
  return file
}

export function noArguments({ positionals }: Arguments): void {
  const [more] = positionals
  if (more !== undefined) throw new WrongUse(`“${more}” is not understood here.`)
}

/** Opens the workspace that `--workspace` names, asks the router directly, and closes it whatever happens. */
export async function withWorkspace<T>(given: Arguments, work: (client: Client) => Promise<T>): Promise<T> {
  const officer = optional(given, 'officer')
  const core = await openCore({
    home: homeFolder(),
    workspaceFile: resolve(required(given, 'workspace')),
    clock: deskClock(),
    shared: true,
    ...(officer === undefined ? {} : { officer }),
  })
  try {
    return await work(createRouterClient(core.router, { context: core.context() }))
  } finally {
    core.close()
  }
}
