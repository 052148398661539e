/**
 * As much of the `electron` module as main uses, remembering what it was given. Electron's program cannot run where
 * the tests do; what they can hold main to is every setting it makes.
 */
import { EventEmitter } from 'node:events'
import { vi } from 'vitest'

type Listener = (...given: unknown[]) => unknown

/** What main has set and made since `forget`. */
export const made = {
  handlers: new Map<string, Listener>(),
  schemes: new Map<string, (request: { url: string; method: string }) => Promise<Response>>(),
  windows: [] as FakeWindow[],
  cores: [] as FakeCore[],
}

export class FakeContents extends EventEmitter {
  openHandler: Listener = () => undefined
  readonly setWindowOpenHandler = (handler: Listener): void => void (this.openHandler = handler)
  readonly postMessage = vi.fn()
}

export class FakeWindow extends EventEmitter {
  readonly webContents = new FakeContents()
  readonly show = vi.fn()
  readonly focus = vi.fn()
  readonly restore = vi.fn()
  readonly maximize = vi.fn()
  readonly loadURL = vi.fn(async () => undefined)
  readonly isMinimized = vi.fn(() => true)
  readonly isMaximized = vi.fn(() => false)
  readonly getNormalBounds = vi.fn(() => ({ x: 40, y: 30, width: 1200, height: 700 }))
  readonly options: unknown

  constructor(options: unknown) {
    super()
    this.options = options
    made.windows.push(this)
    app.emit('web-contents-created', {}, this.webContents)
  }
}

export class FakeCore extends EventEmitter {
  readonly postMessage = vi.fn()
  readonly kill = vi.fn()
  readonly given: unknown[]

  constructor(given: unknown[]) {
    super()
    this.given = given
    made.cores.push(this)
  }
}

class FakeApp extends EventEmitter {
  isPackaged = false
  appPath = ''
  readonly setPath = vi.fn()
  readonly enableSandbox = vi.fn()
  readonly quit = vi.fn()
  readonly exit = vi.fn()
  readonly requestSingleInstanceLock = vi.fn(() => true)
  readonly getAppPath = (): string => this.appPath
  readonly getPath = (name: string): string => `/${name}`
  readonly whenReady = async (): Promise<void> => undefined
}

class FakeIpc extends EventEmitter {
  readonly handle = (channel: string, handler: Listener): void => void made.handlers.set(channel, handler)
  readonly removeHandler = (channel: string): void => void made.handlers.delete(channel)
}

export class MessageChannelMain {
  readonly port1 = { end: 1 }
  readonly port2 = { end: 2 }
}

export const app = new FakeApp()
export const ipcMain = new FakeIpc()
export const BrowserWindow = FakeWindow
export const Menu = { buildFromTemplate: vi.fn((template: unknown) => template), setApplicationMenu: vi.fn() }
export const dialog = { showErrorBox: vi.fn(), showOpenDialog: vi.fn(), showSaveDialog: vi.fn() }
export const screen = { getAllDisplays: vi.fn(() => [{ workArea: { x: 0, y: 0, width: 1920, height: 1040 } }]) }
export const utilityProcess = { fork: vi.fn((...given: unknown[]) => new FakeCore(given)) }
export const protocol = {
  registerSchemesAsPrivileged: vi.fn(),
  handle: (scheme: string, handler: (request: { url: string; method: string }) => Promise<Response>): void => void made.schemes.set(scheme, handler),
}
export const session = {
  defaultSession: {
    setPermissionRequestHandler: vi.fn<(handler: Listener) => void>(),
    setPermissionCheckHandler: vi.fn<(handler: Listener) => void>(),
    setDevicePermissionHandler: vi.fn<(handler: Listener) => void>(),
  },
}

/** A frame of our page, and what a message from it brings along. */
export function from(window: FakeWindow, origin = 'app://quartet', parent: object | null = null): object {
  return { sender: window.webContents, senderFrame: { origin, parent } }
}
