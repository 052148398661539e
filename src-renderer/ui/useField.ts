import { computed, inject, provide, ref, useId, type ComputedRef, type InjectionKey, type Ref } from 'vue'

/** What a field tells the control inside it, so that label, hint and error belong to the control by id. */
export interface FieldContext {
  readonly controlId: ComputedRef<string>
  readonly describedBy: ComputedRef<string | undefined>
  readonly invalid: ComputedRef<boolean>
  /** A control may find its own text unreadable (a date that is none); shown where the field has no other error. */
  readonly ownError: Ref<string | undefined>
}

const fieldKey: InjectionKey<FieldContext> = Symbol('field')

/** Made by UiField for the control in its slot. */
export function provideField(given: () => { id?: string | undefined; hint?: string | undefined; error?: string | undefined }) {
  const fallbackId = useId()
  const ownError = ref<string>()
  const controlId = computed(() => given().id ?? fallbackId)
  const hintId = computed(() => `${controlId.value}-hint`)
  const errorId = computed(() => `${controlId.value}-error`)
  const error = computed(() => given().error || ownError.value)
  const describedBy = computed(() => {
    const ids = [...(given().hint ? [hintId.value] : []), ...(error.value ? [errorId.value] : [])]
    return ids.length > 0 ? ids.join(' ') : undefined
  })
  provide(fieldKey, { controlId, describedBy, invalid: computed(() => Boolean(error.value)), ownError })
  return { controlId, hintId, errorId, error }
}

/** Taken by every control. Outside a field the control must carry its own `aria-label`. */
export function useFieldControl(): FieldContext {
  return inject(fieldKey, standAlone, true)
}

function standAlone(): FieldContext {
  const id = useId()
  return {
    controlId: computed(() => id),
    describedBy: computed(() => undefined),
    invalid: computed(() => false),
    ownError: ref(),
  }
}
