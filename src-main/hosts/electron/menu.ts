/** The menu bar: what a window of any program offers, in British English. Quartet's own commands are on the page. */
import { Menu } from 'electron'
import type { MenuItemConstructorOptions } from 'electron'

/** @param developing whether to offer the developer's tools */
export function menuTemplate(platform: NodeJS.Platform, developing: boolean): MenuItemConstructorOptions[] {
  const separator: MenuItemConstructorOptions = { type: 'separator' }
  const mac = platform === 'darwin'
  return [
    ...(mac ? [{ role: 'appMenu' } satisfies MenuItemConstructorOptions] : []),
    { label: '&File', submenu: [mac ? { role: 'close', label: 'Close window' } : { role: 'quit', label: 'E&xit' }] },
    {
      label: '&Edit',
      submenu: [
        { role: 'undo', label: '&Undo' },
        { role: 'redo', label: '&Redo' },
        separator,
        { role: 'cut', label: 'Cu&t' },
        { role: 'copy', label: '&Copy' },
        { role: 'paste', label: '&Paste' },
        { role: 'pasteAndMatchStyle', label: 'Paste as plain &text' },
        { role: 'selectAll', label: 'Select &all' },
      ],
    },
    {
      label: '&View',
      submenu: [
        { role: 'zoomIn', label: 'Zoom &in' },
        { role: 'zoomOut', label: 'Zoom &out' },
        { role: 'resetZoom', label: '&Actual size' },
        separator,
        { role: 'togglefullscreen', label: '&Full screen' },
        ...(developing ? [separator, { role: 'reload', label: '&Reload' } as const, { role: 'toggleDevTools', label: '&Developer tools' } as const] : []),
      ],
    },
    { role: 'windowMenu', label: '&Window' },
    { label: '&Help', submenu: [{ role: 'about', label: '&About Quartet' }] },
  ]
}

export function setMenu(developing: boolean): void {
  Menu.setApplicationMenu(Menu.buildFromTemplate(menuTemplate(process.platform, developing)))
}
