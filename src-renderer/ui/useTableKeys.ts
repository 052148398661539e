import type { Ref } from 'vue'
import type { useRowSelection } from './useRowSelection.ts'

/** The keys of a table that has the focus itself: move, open, select, copy. Keys of the controls in it are theirs. */
export function useTableKeys(options: {
  scroller: Readonly<Ref<HTMLElement | null>>
  active: Ref<number>
  moveByKey: (key: string) => boolean
  open: (index: number) => void
  picking: Pick<ReturnType<typeof useRowSelection>, 'toggle' | 'extend' | 'all' | 'none'>
  selectable: () => boolean
  count: Readonly<Ref<number>>
  copy: () => void
}) {
  const { scroller, active, moveByKey, open, picking, selectable, count, copy } = options

  function onKey(event: KeyboardEvent) {
    if (event.target !== scroller.value || event.altKey || event.defaultPrevented) return
    if (press(event)) event.preventDefault()
  }

  /** @returns whether the key meant something here */
  function press(event: KeyboardEvent): boolean {
    if (event.ctrlKey || event.metaKey) return selectable() && !event.shiftKey && withControl(event.key.toLowerCase())
    if (event.key === 'Enter' && active.value >= 0) return done(() => open(active.value))
    if (!selectable()) return moveByKey(event.key)
    if (event.key === ' ') return active.value >= 0 && done(() => picking.toggle(active.value))
    if (event.key === 'Escape') return count.value > 0 && done(picking.none)
    const from = active.value
    if (!moveByKey(event.key)) return false
    return event.shiftKey ? done(() => void picking.extend(from, active.value)) : true
  }

  function withControl(key: string): boolean {
    if (key === 'a') return done(picking.all)
    // Words marked with the mouse are copied as in any page.
    return key === 'c' && document.getSelection()?.isCollapsed !== false && done(copy)
  }

  return { onKey }
}

function done(act: () => void): true {
  act()
  return true
}
