import { mkdirSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { newSample, newWorkspace, openCore } from '../../core.ts'
import { refuse } from '../../domain/refusal.ts'
import { serve } from '../browser/serve.ts'
import { deskClock, homeFolder, readyHome } from '../desk.ts'
import { flag, noArguments, optional, required, withWorkspace, WrongUse, type Command } from './command.ts'
import { figuresAt, writePaper } from './paper-commands.ts'

/** The day that the sample's paper is about: the Audit Committee of the 2016 paper. */
const SAMPLE_PAPER_DAY = '2016-06-21'

function makeFolder(folder: string): void {
  try {
    mkdirSync(folder, { recursive: true })
  } catch {
    refuse('folder-not-made', `The folder ${folder} could not be made. Check that no file has that name, that you may save there, and that the disk has room, or choose another folder.`)
  }
}

const demo: Command = {
  name: 'demo',
  usage: '--out DIR',
  options: { out: 'string' },
  async run(given) {
    noArguments(given)
    const folder = resolve(required(given, 'out'))
    makeFolder(folder)
    const workspace = join(folder, 'Sample workspace.quartet')
    await newSample(workspace, homeFolder())
    const sample = { positionals: [], options: { workspace } }
    const paper = join(folder, `Audit Committee ${SAMPLE_PAPER_DAY}.docx`)
    await writePaper(sample, SAMPLE_PAPER_DAY, paper)
    const figures = await figuresAt(sample, { asAt: SAMPLE_PAPER_DAY })
    return { document: { workspace, papers: [paper], figures }, lines: [`Sample workspace: ${workspace}`, `Paper: ${paper}`] }
  },
}

const create: Command = {
  name: 'new',
  usage: '--workspace W',
  options: {},
  run(given) {
    noArguments(given)
    const workspace = resolve(required(given, 'workspace'))
    newWorkspace(workspace, homeFolder(), optional(given, 'officer'), deskClock())
    return Promise.resolve({ document: { workspace }, lines: [`New workspace: ${workspace}`] })
  },
}

const verify: Command = {
  name: 'verify',
  usage: '--workspace W',
  options: {},
  async run(given) {
    noArguments(given)
    const verdict = await withWorkspace(given, (client) => client.history.verify())
    const lines = [
      ...verdict.problems.map(({ message }) => message),
      verdict.ok ? `The workspace agrees with its history of ${verdict.entries} entries.` : `${verdict.problems.length} problems found.`,
      `Head: ${verdict.head}`,
    ]
    return { document: verdict, lines, problems: !verdict.ok }
  },
}

const backup: Command = {
  name: 'backup',
  usage: '--workspace W --out FILE',
  options: { out: 'string' },
  async run(given) {
    noArguments(given)
    const to = resolve(required(given, 'out'))
    const { path } = await withWorkspace(given, (client) => client.workspaces.backUp({ to }))
    return { document: { path }, lines: [`Checked copy: ${path}`] }
  },
}

const serveCommand: Command = {
  name: 'serve',
  usage: '--workspace W [--port N] [--no-open]',
  options: { port: 'string', 'no-open': 'boolean' },
  async run(given) {
    noArguments(given)
    const workspaceFile = resolve(required(given, 'workspace'))
    const port = Number(optional(given, 'port') ?? '0')
    if (!Number.isInteger(port) || port < 0 || port > 65_535) throw new WrongUse('--port takes a whole number from 1 to 65535.')
    const officer = optional(given, 'officer')
    const core = await openCore({ home: readyHome(homeFolder()), workspaceFile, clock: deskClock(), ...(officer === undefined ? {} : { officer }) })
    try {
      const served = await serve(core, { port, open: !flag(given, 'no-open'), tell: flag(given, 'json') ? console.error : console.log })
      if (flag(given, 'json')) process.stdout.write(`${JSON.stringify({ address: served.address })}\n`)
      await served.ended
      await served.close()
    } finally {
      core.close()
    }
    return { document: null, lines: [] }
  },
}

export const workspaceCommands: readonly Command[] = [demo, create, verify, backup, serveCommand]
