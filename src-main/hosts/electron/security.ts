/** What no page may do, whatever gets into it: leave, open windows, embed pages, ask for the laptop's devices. */
import type { IpcMainEvent, IpcMainInvokeEvent, Session, WebContents } from 'electron'
import { PAGE_ADDRESS, PAGE_ORIGIN } from './page-protocol.ts'

/** Applies to every page there is, also to one that should not be there. */
export function confine(contents: WebContents): void {
  contents.setWindowOpenHandler(() => ({ action: 'deny' }))
  contents.on('will-attach-webview', (event) => event.preventDefault())
  const keepHome = (event: { preventDefault(): void; url: string }): void => {
    if (!isOurAddress(event.url)) event.preventDefault()
  }
  contents.on('will-navigate', keepHome)
  contents.on('will-frame-navigate', keepHome)
  contents.on('will-redirect', keepHome)
}

/** Denies the camera, places, notifications and all else that a page may ask of a laptop. */
export function denyPermissions(session: Session): void {
  session.setPermissionRequestHandler((_contents, _permission, answer) => answer(false))
  session.setPermissionCheckHandler(() => false)
  session.setDevicePermissionHandler(() => false)
}

/** Whether a message comes from our page, in the window's top frame. */
export function isOurPage({ senderFrame }: Pick<IpcMainEvent | IpcMainInvokeEvent, 'senderFrame'>): boolean {
  return senderFrame !== null && senderFrame.parent === null && senderFrame.origin === PAGE_ORIGIN
}

/** A reload, or a place within the page. */
function isOurAddress(url: string): boolean {
  return url.split('#', 1)[0] === PAGE_ADDRESS
}
