import { describe, expect, it } from 'vitest'
import { takeToken } from './token.ts'

function page(hash: string, kept: Record<string, string> = {}) {
  const addresses: string[] = []
  return {
    addresses,
    kept,
    window: {
      location: { hash, pathname: '/', search: '' } as Location,
      history: { replaceState: (_state: unknown, _title: string, url: string) => addresses.push(url) } as unknown as History,
      sessionStorage: {
        getItem: (key: string) => kept[key] ?? null,
        setItem: (key: string, value: string) => void (kept[key] = value),
      } as Storage,
    },
  }
}

describe('takeToken', () => {
  it('keeps the token for the tab and takes it out of the address', () => {
    const { window, addresses, kept } = page('#token=a1b2-C3_d4')
    expect(takeToken(window)).toBe('a1b2-C3_d4')
    expect(Object.values(kept)).toEqual(['a1b2-C3_d4'])
    expect(addresses).toEqual(['/'])
  })

  it('finds the kept token again after a reload, and leaves the address of a page alone', () => {
    const first = page('#token=abc')
    takeToken(first.window)
    const again = page('#/schools/900417', first.kept)
    expect(takeToken(again.window)).toBe('abc')
    expect(again.addresses).toEqual([])
  })

  it('has none where none was given', () => {
    expect(takeToken(page('').window)).toBeNull()
  })
})
