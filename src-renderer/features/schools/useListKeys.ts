import { useDebounceFn, useEventListener } from '@vueuse/core'
import type { Ref } from 'vue'

/** The keys of list and detail: Esc steps back to the list, and beside an open school the arrows show the next one. */
export function useListKeys(options: {
  urn: Ref<string | null>
  wide: Ref<boolean>
  back: () => Promise<void>
  choose: (urn: string) => Promise<unknown>
}) {
  const { urn, wide, back, choose } = options

  // On the document, so that it is heard before the frame's own Esc, which knows nothing of the filters.
  useEventListener(document, 'keydown', (event) => {
    if (event.key !== 'Escape' || event.repeat || event.defaultPrevented || urn.value === null) return
    if (document.querySelector('[data-dismissable-layer]') !== null || isTyping(event.target)) return
    event.preventDefault()
    void back()
  })

  /** Called for every row the keyboard comes to; the last one stands. */
  const follow = useDebounceFn((next: string) => {
    if (wide.value && urn.value !== null && urn.value !== next) void choose(next)
  }, 100)

  return { follow }
}

function isTyping(target: EventTarget | null): boolean {
  return target instanceof HTMLInputElement || target instanceof HTMLTextAreaElement
}
