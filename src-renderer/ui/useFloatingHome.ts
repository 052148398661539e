import { computed, inject, provide, type InjectionKey, type Ref } from 'vue'

const homeKey: InjectionKey<Readonly<Ref<HTMLElement | null>>> = Symbol('floating home')

/** Called by a dialog: what opens from inside it must lie inside it, or a screen reader would not find it. */
export function provideFloatingHome(home: Readonly<Ref<HTMLElement | null>>): void {
  provide(homeKey, home)
}

/** Where menus, lists and calendars are put: in the dialog they were opened from, else in the page's main region. */
export function useFloatingHome() {
  const home = inject(homeKey, null)
  return computed(() => home?.value ?? 'main')
}
