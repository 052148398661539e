import { describe, expect, it } from 'vitest'
import { ref, shallowRef, watchEffect } from 'vue'
import { steady, steadyItems } from './steady.ts'

describe('a value that stays while it says the same', () => {
  it('is the very same object until something in it changes', () => {
    const from = ref(1)
    const value = steady(() => ({ even: from.value % 2 === 0 }))
    const first = value.value
    from.value = 3
    expect(value.value).toBe(first)
    from.value = 4
    expect(value.value).toEqual({ even: true })
  })

  it('wakes nobody while its items are the same', () => {
    const answer = { rows: [] }
    const windows = shallowRef([answer])
    const items = steadyItems(() => windows.value.map((one) => one))
    let drawn = 0
    watchEffect(() => (items.value, (drawn += 1)), { flush: 'sync' })
    windows.value = [answer]
    expect(drawn).toBe(1)
    windows.value = [{ rows: [] }]
    expect(drawn).toBe(2)
    windows.value = []
    expect(items.value).toEqual([])
  })
})
