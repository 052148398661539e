import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { REFUSED_CODE } from '../../../scripts/electron.mjs'
import { PORT_MESSAGE } from '../../api/host.ts'
import { CLOSE, CONNECT, PICK_FILE, SAVE_FILE } from './channels.ts'
import type { FakeCore, FakeWindow } from './testing/fake-electron.ts'

const electron = await vi.hoisted(() => import('./testing/fake-electron.ts'))
vi.mock('electron', () => electron)

const { app, dialog, from, ipcMain, made } = electron
let folder: string
let window: FakeWindow
let core: FakeCore

/** Runs main as Electron does, and waits until it is ready. */
async function start(): Promise<void> {
  vi.resetModules()
  await import('./main.ts')
  await vi.waitFor(() => expect(made.windows.length + app.quit.mock.calls.length + app.exit.mock.calls.length).toBeGreaterThan(0))
}

beforeEach(async () => {
  folder = mkdtempSync(join(tmpdir(), 'quartet electron '))
  mkdirSync(join(folder, 'out/renderer/assets'), { recursive: true })
  writeFileSync(join(folder, 'out/renderer/index.html'), '<title>Quartet</title>')
  writeFileSync(join(folder, 'out/secret.js'), 'outside')
  app.appPath = folder
  vi.stubEnv('QUARTET_HOME', join(folder, 'home'))
  await start()
  const opened = made.windows[0]
  const forked = made.cores[0]
  if (!opened || !forked) throw new Error('main opened no window')
  window = opened
  core = forked
})

afterEach(() => {
  vi.unstubAllEnvs()
  vi.clearAllMocks()
  app.removeAllListeners()
  ipcMain.removeAllListeners()
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) process.removeAllListeners(signal)
  app.requestSingleInstanceLock.mockReturnValue(true)
  app.isPackaged = false
  made.handlers.clear()
  made.schemes.clear()
  made.windows.length = 0
  made.cores.length = 0
  rmSync(folder, { recursive: true })
})

/** Emits an event that can be prevented, and says whether it was. */
function isPrevented(emitter: { emit(name: string, ...given: unknown[]): boolean }, name: string, details: object = {}): boolean {
  const preventDefault = vi.fn()
  emitter.emit(name, { preventDefault, ...details })
  return preventDefault.mock.calls.length > 0
}

describe('the window', () => {
  it('runs its page in a sandbox, without Node', () => {
    expect(window.options).toMatchObject({
      show: false,
      webPreferences: {
        sandbox: true,
        contextIsolation: true,
        nodeIntegration: false,
        nodeIntegrationInWorker: false,
        nodeIntegrationInSubFrames: false,
        webviewTag: false,
        webSecurity: true,
        spellcheck: false,
        preload: join(folder, 'out/preload/preload.cjs'),
      },
    })
    expect(app.enableSandbox).toHaveBeenCalledOnce()
    expect(window.loadURL).toHaveBeenCalledWith('app://quartet/')
  })

  it('has the developer’s tools only where Quartet is developed', async () => {
    expect(window.options).toMatchObject({ webPreferences: { devTools: true } })
    app.isPackaged = true
    await start()
    expect(made.windows.at(-1)?.options).toMatchObject({ webPreferences: { devTools: false } })
    expect(JSON.stringify(electron.Menu.setApplicationMenu.mock.lastCall)).not.toMatch(/toggleDevTools|reload/)
  })

  it('stays on its page, opens no other and embeds none', () => {
    const page = window.webContents
    expect(page.openHandler()).toEqual({ action: 'deny' })
    expect(isPrevented(page, 'will-attach-webview')).toBe(true)
    for (const event of ['will-navigate', 'will-frame-navigate', 'will-redirect']) {
      for (const url of ['https://quartet.example/', 'file:///etc/passwd', 'app://other/', 'app://quartet.example/', 'javascript:0']) {
        expect(isPrevented(page, event, { url })).toBe(true)
      }
      expect(isPrevented(page, event, { url: 'app://quartet/#/schools' })).toBe(false)
    }
  })

  it('gets no leave to use the laptop’s devices', () => {
    const { setPermissionRequestHandler, setPermissionCheckHandler, setDevicePermissionHandler } = electron.session.defaultSession
    const answer = vi.fn()
    setPermissionRequestHandler.mock.lastCall?.[0]({}, 'media', answer)
    expect(answer).toHaveBeenCalledWith(false)
    expect(setPermissionCheckHandler.mock.lastCall?.[0]({}, 'geolocation')).toBe(false)
    expect(setDevicePermissionHandler.mock.lastCall?.[0]({})).toBe(false)
  })

  it('stands where it stood, and shows itself when there is something to see', async () => {
    expect(window.show).not.toHaveBeenCalled()
    window.emit('ready-to-show')
    expect(window.show).toHaveBeenCalledOnce()

    window.emit('close')
    await start()
    expect(made.windows.at(-1)?.options).toMatchObject({ x: 40, y: 30, width: 1200, height: 700 })
  })

  it('comes to the front when Quartet is started a second time', async () => {
    app.emit('second-instance')
    expect(window.restore).toHaveBeenCalledOnce()
    expect(window.focus).toHaveBeenCalledOnce()

    app.requestSingleInstanceLock.mockReturnValue(false)
    await start()
    expect(made.windows).toHaveLength(1)
    expect(app.quit).toHaveBeenCalled()
  })
})

describe('the page', () => {
  const fetched = (url: string, method = 'GET') => made.schemes.get('app')?.({ url, method })

  it('comes from app://quartet, a secure origin of its own', async () => {
    expect(electron.protocol.registerSchemesAsPrivileged).toHaveBeenCalledWith([
      { scheme: 'app', privileges: { standard: true, secure: true, supportFetchAPI: true, codeCache: true } },
    ])
    const page = await fetched('app://quartet/')
    expect(await page?.text()).toBe('<title>Quartet</title>')
    expect(page?.headers.get('content-type')).toBe('text/html; charset=utf-8')
    expect(page?.headers.get('content-security-policy')).toContain("default-src 'none'; script-src 'self'")
    expect(page?.headers.get('x-content-type-options')).toBe('nosniff')
  })

  it.each(['app://quartet/../secret.js', 'app://quartet/%2e%2e/secret.js', 'app://quartet/..%2fsecret.js', 'app://other/', 'app://quartet/absent.js'])(
    'is not %s',
    async (url) => {
      expect((await fetched(url))?.status).toBe(404)
    },
  )

  it('is read, never written', async () => {
    expect((await fetched('app://quartet/', 'POST'))?.status).toBe(404)
  })
})

describe('the core', () => {
  it('runs in a process of its own, at the same home', () => {
    expect(core.given).toEqual([
      join(folder, 'out/main/core-process.js'),
      ['--home', join(folder, 'home')],
      { serviceName: 'Quartet core', stdio: 'inherit' },
    ])
    expect(app.setPath).toHaveBeenCalledWith('userData', join(folder, 'home', 'Electron window'))
  })

  it('meets the page over a port that main hands to both, at each load', () => {
    ipcMain.emit(CONNECT, from(window))
    ipcMain.emit(CONNECT, from(window))
    expect(core.postMessage.mock.calls).toEqual([[PORT_MESSAGE, [{ end: 1 }]], [PORT_MESSAGE, [{ end: 1 }]]])
    expect(window.webContents.postMessage).toHaveBeenLastCalledWith(PORT_MESSAGE, null, [{ end: 2 }])
  })

  it('meets nobody else', () => {
    ipcMain.emit(CONNECT, from(window, 'https://quartet.example'))
    ipcMain.emit(CONNECT, from(window, 'app://quartet', { origin: 'app://quartet' }))
    ipcMain.emit(CONNECT, { ...from(window), sender: {} })
    ipcMain.emit(CONNECT, { ...from(window), senderFrame: null })
    expect(core.postMessage).not.toHaveBeenCalled()
  })

  it('closes the workspace before Quartet ends', async () => {
    expect(isPrevented(app, 'before-quit')).toBe(true)
    expect(core.postMessage).toHaveBeenCalledWith(CLOSE)
    expect(app.quit).not.toHaveBeenCalled()
    core.emit('exit', 0)
    await vi.waitFor(() => expect(app.quit).toHaveBeenCalledOnce())
    expect(isPrevented(app, 'before-quit')).toBe(false)
    expect(dialog.showErrorBox).not.toHaveBeenCalled()
  })

  it('says in a sentence why it could not open the workspace', () => {
    core.emit('message', { refused: 'This workspace was made by a newer Quartet: update Quartet to open it.' })
    core.emit('exit', 0)
    expect(dialog.showErrorBox.mock.calls).toEqual([['Quartet', 'This workspace was made by a newer Quartet: update Quartet to open it.']])
    expect(core.kill).toHaveBeenCalled()
    // Not 1, as of an Electron that does not run here: this one runs and has said what it had to say.
    expect(app.exit).toHaveBeenCalledWith(REFUSED_CODE)
  })

  it('says so when its screens are not there to show', async () => {
    rmSync(join(folder, 'out/renderer'), { recursive: true })
    await start()
    await vi.waitFor(() => expect(dialog.showErrorBox).toHaveBeenCalledWith('Quartet', expect.stringContaining('npm run build')))
    expect(app.exit).toHaveBeenCalledWith(REFUSED_CODE)
  })

  it('is missed when it ends by itself', () => {
    core.emit('exit', 11)
    expect(dialog.showErrorBox).toHaveBeenCalledWith('Quartet', expect.stringContaining('ended unexpectedly'))
    expect(app.exit).toHaveBeenCalledWith(1)
  })
})

describe('files', () => {
  const ask = (channel: string, question: unknown, event: object = from(window)) => made.handlers.get(channel)?.(event, question)
  const question = { title: 'Choose a register file', kinds: [{ name: 'Register files', extensions: ['csv', 'gz'] }] }

  it('are picked by name and bytes, without their folder', async () => {
    const path = join(folder, 'register.csv')
    writeFileSync(path, 'URN\n100001\n')
    dialog.showOpenDialog.mockResolvedValue({ filePaths: [path] })
    expect(await ask(PICK_FILE, question)).toEqual({ picked: { name: 'register.csv', bytes: readFileSync(path) } })
    expect(dialog.showOpenDialog).toHaveBeenCalledWith(window, { title: question.title, filters: question.kinds, properties: ['openFile'] })

    dialog.showOpenDialog.mockResolvedValue({ filePaths: [] })
    expect(await ask(PICK_FILE, question)).toEqual({ picked: null })

    dialog.showOpenDialog.mockResolvedValue({ filePaths: [join(folder, 'absent.csv')] })
    expect(await ask(PICK_FILE, question)).toHaveProperty('refused', expect.stringContaining('"absent.csv" could not be read'))
  })

  it('are saved where the officer says, whole or not at all', async () => {
    const path = join(folder, 'Paper.docx')
    const bytes = Uint8Array.of(80, 75)
    dialog.showSaveDialog.mockResolvedValue({ filePath: path })
    expect(await ask(SAVE_FILE, { suggestedName: '../a:b/Paper.docx', bytes })).toEqual({ savedAs: 'Paper.docx' })
    expect([...readFileSync(path)]).toEqual([80, 75])
    expect(dialog.showSaveDialog).toHaveBeenCalledWith(window, { defaultPath: join('/documents', '.. a b Paper.docx') })

    dialog.showSaveDialog.mockResolvedValue({ filePath: '' })
    expect(await ask(SAVE_FILE, { suggestedName: 'Paper.docx', bytes })).toEqual({ savedAs: null })

    dialog.showSaveDialog.mockResolvedValue({ filePath: join(folder, 'absent', 'Paper.docx') })
    expect(await ask(SAVE_FILE, { suggestedName: 'Paper.docx', bytes })).toHaveProperty('refused', expect.stringContaining('could not be saved there'))
    expect(existsSync(`${path}.part`)).toBe(false)
  })

  it('are kept from every sender but the page, and from a question of another shape', async () => {
    for (const stranger of [from(window, 'https://quartet.example'), { ...from(window), sender: {} }]) {
      expect(await ask(PICK_FILE, question, stranger)).toHaveProperty('refused', expect.stringContaining('Only Quartet’s own page'))
      expect(await ask(SAVE_FILE, { suggestedName: 'x', bytes: new Uint8Array() }, stranger)).toHaveProperty('refused')
    }
    await expect(async () => ask(SAVE_FILE, { suggestedName: 'x', bytes: 'text' })).rejects.toThrow()
    expect(dialog.showOpenDialog).not.toHaveBeenCalled()
    expect(dialog.showSaveDialog).not.toHaveBeenCalled()
  })
})
