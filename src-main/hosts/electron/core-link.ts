/** Starts the process in which the core runs, and hands it the ports of pages. Main itself never sees a question. */
import { ipcMain, MessageChannelMain, utilityProcess } from 'electron'
import type { BrowserWindow } from 'electron'
import { PORT_MESSAGE } from '../../api/host.ts'
import { CLOSE, CONNECT, coreNews } from './channels.ts'
import { isOurPage } from './security.ts'

export interface CoreLink {
  /** Gives the window's page a port to the core, each time it is loaded. */
  serve(window: BrowserWindow): void
  /** Has the workspace checkpointed and closed; resolves when the process has ended. */
  close(): Promise<void>
}

export interface CoreLinkOptions {
  /** The core process's program. */
  program: string
  home: string
  workspace?: string | undefined
  /** Takes the sentence when the core refused to open the workspace. */
  onRefused: (sentence: string) => void
  /** Takes the sentence when the core ended by itself. */
  onEnd: (sentence: string) => void
}

/** Longer than any checkpoint; then the process is ended. */
const PATIENCE_MS = 10_000

export function startCore({ program, home, workspace, onRefused, onEnd }: CoreLinkOptions): CoreLink {
  const args = ['--home', home, ...(workspace === undefined ? [] : ['--workspace', workspace])]
  const core = utilityProcess.fork(program, args, { serviceName: 'Quartet core', stdio: 'inherit' })
  const ended = Promise.withResolvers<void>()
  let expected = false

  core.on('message', (news: unknown) => {
    const told = coreNews.safeParse(news)
    if (!told.success || expected) return
    expected = true
    core.kill()
    onRefused(told.data.refused)
  })
  core.once('exit', () => {
    ended.resolve()
    if (!expected) onEnd('Quartet’s core has ended unexpectedly. What was saved is safe: start Quartet again.')
  })

  return {
    serve(window) {
      const connect = (event: Electron.IpcMainEvent): void => {
        if (event.sender !== window.webContents || !isOurPage(event)) return
        const { port1, port2 } = new MessageChannelMain()
        core.postMessage(PORT_MESSAGE, [port1])
        window.webContents.postMessage(PORT_MESSAGE, null, [port2])
      }
      ipcMain.on(CONNECT, connect)
      window.on('closed', () => ipcMain.off(CONNECT, connect))
    },
    async close() {
      expected = true
      core.postMessage(CLOSE)
      const impatience = setTimeout(() => core.kill(), PATIENCE_MS)
      await ended.promise
      clearTimeout(impatience)
    },
  }
}
