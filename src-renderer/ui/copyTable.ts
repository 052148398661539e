import { markup, tabbed, type CopiedCell } from './tableText.ts'

/**
 * Puts a table on the clipboard, for Excel and Word and as plain lines. It goes by the copy event and not by the clipboard
 * of pages, which a window that may ask for nothing (Electron's) does not have.
 *
 * @param caption what must be said above the table, in a line of its own
 * @returns whether the system took it: it does so only shortly after a key or a click
 */
export function copyTable(headings: readonly string[], rows: readonly (readonly CopiedCell[])[], caption: string | null): boolean {
  let taken = false
  const hand = (event: ClipboardEvent) => {
    event.clipboardData?.setData('text/html', markup(headings, rows, caption))
    event.clipboardData?.setData('text/plain', tabbed(headings, rows, caption))
    event.preventDefault()
    event.stopImmediatePropagation()
    taken = event.clipboardData !== null
  }
  document.addEventListener('copy', hand, { capture: true, once: true })
  const done = document.execCommand('copy')
  document.removeEventListener('copy', hand, { capture: true })
  return done && taken
}
