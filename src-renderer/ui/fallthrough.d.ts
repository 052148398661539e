import type { AriaAttributes, HTMLAttributes } from 'vue'

// What Vue passes on to the root element of any component. The strict template check knows only declared props, so the
// few attributes and events that truly fall through are named here, and a mistyped one is still an error.
declare module 'vue' {
  interface ComponentCustomProps
    extends AriaAttributes,
      Pick<HTMLAttributes, 'id' | 'tabindex' | 'title' | 'onClick' | 'onBlur' | 'onFocus' | 'onKeydown' | 'onSubmit'> {
    disabled?: boolean | undefined
    role?: string | undefined
    placeholder?: string | undefined
  }
}

export {}
