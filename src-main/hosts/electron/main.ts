/** Quartet in Electron: main opens the window and starts the core, and carries nothing else. */
import { app, dialog, session } from 'electron'
import type { BrowserWindow } from 'electron'
import { mkdirSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { parseArgs } from 'node:util'
import { Refusal } from '../../domain/refusal.ts'
import { homeFolder } from '../desk.ts'
import { openPage } from '../page.ts'
import { startCore } from './core-link.ts'
import type { CoreLink } from './core-link.ts'
import { offerFiles } from './files.ts'
import { setMenu } from './menu.ts'
import { announceScheme, serveScheme } from './page-protocol.ts'
import { confine, denyPermissions } from './security.ts'
import { openWindow } from './window.ts'

const built = join(app.getAppPath(), 'out')
const home = resolve(homeFolder())
const { values } = parseArgs({ args: process.argv.slice(1), strict: false, options: { workspace: { type: 'string' } } })
const workspace = typeof values.workspace === 'string' ? resolve(values.workspace) : undefined

let window: BrowserWindow | null = null
let core: CoreLink | null = null

mkdirSync(home, { recursive: true })
// The lock on a second instance is kept in this folder, so two homes are two desks.
app.setPath('userData', join(home, 'Electron window'))
app.enableSandbox()
announceScheme()

function start(): void {
  const developing = !app.isPackaged
  denyPermissions(session.defaultSession)
  serveScheme(openPage(join(built, 'renderer')))
  setMenu(developing)
  core = startCore({ program: join(built, 'main', 'core-process.js'), home, workspace, onRefused: refuseToOpen, onEnd: giveUp })
  window = openWindow({ preload: join(built, 'preload', 'preload.cjs'), placeFile: join(home, 'window.json'), developing })
  window.on('closed', () => (window = null))
  core.serve(window)
  offerFiles(window)
}

/** `npm start` takes a quick end with any other code for an Electron that does not run here (scripts/electron.mjs). */
const REFUSED_CODE = 3

function giveUp(sentence: string, code = 1): void {
  core = null
  dialog.showErrorBox('Quartet', sentence)
  app.exit(code)
}

function refuseToOpen(sentence: string): void {
  giveUp(sentence, REFUSED_CODE)
}

/** Ends only after the workspace is closed. */
function closeFirst(event: { preventDefault(): void }): void {
  if (!core) return
  event.preventDefault()
  const closing = core
  core = null
  void closing.close().then(() => app.quit())
}

if (app.requestSingleInstanceLock()) {
  app.on('web-contents-created', (_event, contents) => confine(contents))
  app.on('second-instance', () => {
    if (window?.isMinimized()) window.restore()
    window?.focus()
  })
  app.on('window-all-closed', () => app.quit())
  app.on('before-quit', closeFirst)
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.on(signal, () => app.quit())
  app.whenReady().then(start).catch((error: unknown) => {
    if (error instanceof Refusal) refuseToOpen(error.message)
    else giveUp(String(error))
  })
} else {
  app.quit()
}
