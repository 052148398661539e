import { useEventListener } from '@vueuse/core'

/** What the keys of the frame do. Each answers nothing; the key is then spent. */
export interface FrameKeys {
  search: () => void
  keys: () => void
  searchList: () => boolean
  back: () => boolean
  undo: () => void
  otherRegion: () => void
}

/** The keys that work on every screen. Typing is never disturbed, and an open dialog or menu keeps its own keys. */
export function useFrameKeys(does: FrameKeys): void {
  useEventListener(window, 'keydown', (event) => {
    if (event.defaultPrevented) return
    if (press(event, does)) event.preventDefault()
  })
}

function press(event: KeyboardEvent, does: FrameKeys): boolean {
  const key = event.key.length === 1 ? event.key.toLowerCase() : event.key
  const control = (event.ctrlKey || event.metaKey) && !event.altKey && !event.shiftKey
  const plain = !event.ctrlKey && !event.metaKey && !event.altKey
  if (somethingIsOpen()) return false
  if (control && key === 'k') return spent(does.search)
  if (control && key === 'z' && !isTyping(event.target)) return spent(does.undo)
  if (!plain) return false
  if (key === 'F1') return spent(does.keys)
  if (key === 'F6') return spent(does.otherRegion)
  if (key === '/' && !isTyping(event.target)) return does.searchList()
  return key === 'Escape' && !event.repeat && !isTyping(event.target) && does.back()
}

function spent(act: () => void): true {
  act()
  return true
}

/** Everything that Reka opens above the page carries this mark. */
function somethingIsOpen(): boolean {
  return document.querySelector('[data-dismissable-layer]') !== null
}

function isTyping(target: EventTarget | null): boolean {
  if (!(target instanceof HTMLElement)) return false
  if (target instanceof HTMLInputElement) return !['checkbox', 'radio', 'button', 'submit', 'file'].includes(target.type)
  return target.isContentEditable || target instanceof HTMLTextAreaElement || target instanceof HTMLSelectElement
}
