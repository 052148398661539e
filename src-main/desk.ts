import { existsSync, mkdirSync, realpathSync } from 'node:fs'
import { dirname, join, resolve } from 'node:path'
import { createWorkspace, openWorkspace, takeDeskLock, asRefusal, randomIds, type Desk, type DeskLock, type Workspace } from './database/index.ts'
import { cleanText } from './domain/clean-text.ts'
import type { Clock } from './domain/clock.ts'
import { localToday } from './domain/clock.ts'
import { refuse } from './domain/refusal.ts'
import { createSample } from './features/sample/create-sample.ts'
import type { DeskState } from './features/workspaces/desk.ts'
import { readDesk, writeDesk, type DeskFile } from './features/workspaces/desk-file.ts'
import { fillNewWorkspace } from './features/workspaces/first-day.ts'

/** Names that Windows keeps for devices, with any ending. */
const RESERVED = /^(con|prn|aux|nul|com\d|lpt\d)(\.|$)/i
const SAMPLE = 'Sample workspace.quartet'
/** How many workspaces a desk remembers. */
const REMEMBERED = 20

export interface DeskOptions {
  /** Folder for the desk's own file and for workspaces that are given a name only. */
  home: string
  clock: Clock
  officer?: string | undefined
  /** Whether a second window may open the same workspace meanwhile: for the command line, which is gone in a moment. */
  shared: boolean
}

/** The desk with a workspace on it. */
export interface OpenDesk extends DeskState {
  readonly workspace: Workspace
  close(): void
}

/** The one name of a file, whatever links lead to it: the lock stands beside that one. */
function realName(path: string): string {
  const file = resolve(path)
  return existsSync(file) ? realpathSync(file) : file
}

/** Makes a new workspace file with what it holds on its first day. */
export function makeWorkspace(file: string, desk: Desk): Workspace {
  return createWorkspace(file, desk, (workspace) => fillNewWorkspace(workspace, localToday(desk.clock)))
}

/**
 * Sits down at the desk: opens the named workspace, or the last used one, or on the first day the sample. Only one
 * workspace is open at a time, and a refusal leaves the one before open.
 */
export async function openDesk(options: DeskOptions, workspaceFile?: string): Promise<OpenDesk> {
  const { home, clock, shared } = options
  let stored: DeskFile = readDesk(home)
  const maker: Desk = { clock, newId: randomIds, officer: () => options.officer ?? stored.officer }
  let lock: DeskLock | null = null
  let current: Workspace | null = null

  const remember = (change: Partial<DeskFile>) => {
    stored = { ...readDesk(home), ...change }
    writeDesk(home, stored)
  }
  const locked = (file: string): DeskLock | null => {
    if (shared) return null
    try {
      return takeDeskLock(file)
    } catch (error) {
      throw asRefusal(error, file)
    }
  }
  let placing: Promise<unknown> = Promise.resolve()
  /** One after the other: two workspaces never come to the desk at once. */
  const place = (path: string, open: (file: string) => Workspace | Promise<Workspace>): Promise<Workspace> => {
    const placed = placing.then(() => placeNow(realName(path), open))
    placing = placed.catch(() => undefined)
    return placed
  }
  const placeNow = async (file: string, open: (file: string) => Workspace | Promise<Workspace>): Promise<Workspace> => {
    if (current?.file === file) return current
    const running = current?.busyWith() ?? null
    if (running !== null) refuse('busy-importing', `${running} is still running. Wait until it has finished, then open the other workspace.`)
    const nextLock = locked(file)
    let next: Workspace
    try {
      next = await open(file)
    } catch (error) {
      nextLock?.release()
      throw error
    }
    current?.close()
    lock?.release()
    current = next
    lock = nextLock
    if (!shared) remember({ known: [file, ...stored.known.filter((known) => known !== file)].slice(0, REMEMBERED) })
    return next
  }
  const openExisting = (path: string) => {
    if (!existsSync(path)) refuse('no-such-workspace', `There is no workspace at ${path}. Check the name, or make a new one.`)
    return place(path, (file) => openWorkspace(file, maker))
  }
  const openSample = () => {
    const file = join(home, SAMPLE)
    mkdirSync(home, { recursive: true })
    return existsSync(file) ? openExisting(file) : place(file, async (at) => {
      createSample(at).close()
      return openWorkspace(at, maker)
    })
  }

  const first = workspaceFile ?? stored.known.find((path) => existsSync(path))
  await (first === undefined ? openSample() : openExisting(first))

  return {
    get workspace() {
      return current ?? refuse('desk-closed', 'Quartet is closing. Start it again to go on.')
    },
    get officer() {
      return maker.officer()
    },
    get known() {
      return stored.known.filter((path) => existsSync(path))
    },
    setOfficer: (officer) => remember({ officer }),
    open: openExisting,
    create(name) {
      if (/[\\/:*?"<>|\n\t]/.test(name) || name.startsWith('.') || cleanText(name) !== name || RESERVED.test(name)) {
        refuse('name-not-for-a-file', `“${name}” cannot be the name of a file. Leave out the characters \\ / : * ? " < > | and a leading full stop.`)
      }
      const file = join(home, `${name}.quartet`)
      mkdirSync(dirname(file), { recursive: true })
      if (existsSync(file)) refuse('workspace-exists', `There is already a workspace called “${name}”. Choose another name, or open that one.`)
      return place(file, (at) => makeWorkspace(at, maker))
    },
    openSample,
    close() {
      current?.close()
      current = null
      lock?.release()
      lock = null
    },
  }
}
