/** Quartet's one window. */
import { BrowserWindow, screen } from 'electron'
import { PAGE_ADDRESS } from './page-protocol.ts'
import { keepPlace, readPlace } from './window-place.ts'

export interface WindowOptions {
  preload: string
  /** Where the window's place is kept. */
  placeFile: string
  /** Whether the developer's tools may be opened. */
  developing: boolean
}

/** Opens the window where it stood last, and shows it when there is something to see. */
export function openWindow({ preload, placeFile, developing }: WindowOptions): BrowserWindow {
  const place = readPlace(placeFile, screen.getAllDisplays().map((display) => display.workArea))
  const { x, y, width, height } = place ?? { width: 1366, height: 768 }
  const window = new BrowserWindow({
    width,
    height,
    ...(x === undefined ? {} : { x, y }),
    minWidth: 800,
    minHeight: 560,
    show: false,
    title: 'Quartet',
    webPreferences: {
      preload,
      sandbox: true,
      contextIsolation: true,
      nodeIntegration: false,
      nodeIntegrationInWorker: false,
      nodeIntegrationInSubFrames: false,
      webviewTag: false,
      webSecurity: true,
      devTools: developing,
      // Electron fetches its dictionaries from the network.
      spellcheck: false,
    },
  })
  if (place?.maximised) window.maximize()
  window.once('ready-to-show', () => window.show())
  window.on('close', () => keepPlace(placeFile, { ...window.getNormalBounds(), maximised: window.isMaximized() }))
  void window.loadURL(PAGE_ADDRESS)
  return window
}
