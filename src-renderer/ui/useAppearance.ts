import { useLocalStorage } from '@vueuse/core'
import { watchEffect } from 'vue'

export type Theme = 'system' | 'light' | 'dark'
export type Density = 'comfortable' | 'compact'

const theme = useLocalStorage<Theme>('quartet.theme', 'system')
const density = useLocalStorage<Density>('quartet.density', 'comfortable')

/** How this desk likes to look; kept on the laptop, not in the workspace. Both are refs that a settings screen may set. */
export function useAppearance() {
  return { theme, density }
}

/** Called once at the start: tells the style sheets, now and after every change. */
export function applyAppearance(root: HTMLElement): void {
  watchEffect(() => {
    if (theme.value === 'light' || theme.value === 'dark') root.dataset['theme'] = theme.value
    else delete root.dataset['theme']
    root.dataset['density'] = density.value
  })
}
