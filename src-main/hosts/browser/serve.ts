/** Serves a core to a browser window on this laptop: the browser host's own work, and the command line's `serve`. */
import { existsSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { Refusal } from '../../domain/refusal.ts'
import type { Answering } from '../answering.ts'
import { homeFolder } from '../desk.ts'
import { openPage } from '../page.ts'
import type { Page } from '../page.ts'
import { lastPort, rememberPort } from './port.ts'
import { listen } from './server.ts'
import type { Listening } from './server.ts'
import { findBrowser, hasDisplay, openWindow } from './window.ts'

export interface ServeOptions {
  /** 0, the default, takes the port of the last start, or any free one where that is taken. */
  port?: number
  /** Whether to show a window, where there is a display and a browser. */
  open?: boolean
  /** The built page; the default is the one that was built with this program. */
  page?: string
  /** Where the window's profile and the last port are kept. */
  home?: string
  /** Takes a line for the person at the terminal. */
  tell?: (line: string) => void
}

export interface Served {
  /** With its token. */
  address: string
  /** Resolves when the person asks for the end: Ctrl+C, a signal, or the window closed. */
  ended: Promise<void>
  /** Stops serving. The workspace is left to whoever opened it. */
  close(): Promise<void>
}

/** The page that was built with this program, found from where the program stands in the same folder. */
function builtPage(from = import.meta.dirname): string {
  const page = join(from, 'out', 'renderer')
  return existsSync(page) || dirname(from) === from ? page : builtPage(dirname(from))
}

/** Prints the address with its token and, where it can, opens it in a window. */
export async function serve(core: Answering, options: ServeOptions = {}): Promise<Served> {
  const { port = 0, open = true, page = builtPage(), home = homeFolder(), tell = console.log } = options
  const listening = await listenAgain(core, openPage(page), port, home)
  const ended = Promise.withResolvers<void>()
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.on(signal, () => ended.resolve())

  tell(`Quartet is at ${listening.address}`)
  const browser = open && hasDisplay() ? findBrowser() : null
  if (browser) {
    void openWindow(browser, listening.openOnce(), join(home, 'Browser window')).then((end) => {
      if (end === 'closed') ended.resolve()
      if (end === 'failed') tell('The browser window could not be opened: open the address above in Edge or Chrome.')
    })
    tell('Close its window or press Ctrl+C to end it.')
  } else {
    if (open && hasDisplay()) tell('No Edge, Chrome or Chromium was found to show it in: open the address above in a browser.')
    tell('Press Ctrl+C to end it.')
  }
  return { address: listening.address, ended: ended.promise, close: () => listening.close() }
}

/** Listens where the page was last, unless a port was asked for. */
async function listenAgain(core: Answering, page: Page, port: number, home: string): Promise<Listening> {
  const last = port === 0 ? lastPort(home) : null
  const listening = await listen(core, { page, port: last ?? port }).catch((error: unknown) => {
    if (last !== null && error instanceof Refusal) return listen(core, { page })
    throw error
  })
  rememberPort(home, listening.port)
  return listening
}
