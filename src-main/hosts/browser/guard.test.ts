import { describe, expect, it } from 'vitest'
import { makeGuard, newToken } from './guard.ts'

const token = newToken()
const guard = makeGuard(token, 4000)

describe('the guard', () => {
  it('makes tokens of 256 bits, each another', () => {
    expect(Buffer.from(token, 'base64url')).toHaveLength(32)
    expect(newToken()).not.toBe(token)
  })

  it.each(['127.0.0.1:4000', 'localhost:4000'])('takes requests to %s', (host) => {
    expect(guard.comesFromHere({ host })).toBeNull()
  })

  it.each([undefined, '', '127.0.0.1', '127.0.0.1:4001', 'quartet.example:4000', '127.0.0.1:4000.quartet.example', '[::1]:4000'])(
    'refuses the host %s, which a rebound name would send',
    (host) => {
      expect(guard.comesFromHere(host === undefined ? {} : { host })?.status).toBe(403)
    },
  )

  it.each(['http://quartet.example', 'null', 'https://127.0.0.1:4000', 'http://127.0.0.1:4001'])('refuses the origin %s', (origin) => {
    expect(guard.comesFromHere({ host: '127.0.0.1:4000', origin })?.status).toBe(403)
  })

  it('takes its own origin, and a request of a program that has none', () => {
    expect(guard.comesFromHere({ host: '127.0.0.1:4000', origin: 'http://127.0.0.1:4000' })).toBeNull()
    expect(guard.comesFromHere({ host: '127.0.0.1:4000', 'sec-fetch-site': 'same-origin' })).toBeNull()
  })

  it('refuses what another site embeds, and takes an address that was typed or followed', () => {
    const host = '127.0.0.1:4000'
    expect(guard.comesFromHere({ host, 'sec-fetch-site': 'cross-site', 'sec-fetch-mode': 'no-cors' })?.status).toBe(403)
    expect(guard.comesFromHere({ host, 'sec-fetch-site': 'same-site', 'sec-fetch-mode': 'cors' })?.status).toBe(403)
    expect(guard.comesFromHere({ host, 'sec-fetch-site': 'none', 'sec-fetch-mode': 'navigate' })).toBeNull()
    expect(guard.comesFromHere({ host, 'sec-fetch-site': 'cross-site', 'sec-fetch-mode': 'navigate' })).toBeNull()
  })

  it('knows its token from every other', () => {
    expect(guard.holdsToken({ authorization: `Bearer ${token}` })).toBeNull()
    for (const authorization of ['', token, `bearer ${token}`, `Bearer ${token}x`, `Bearer ${token.slice(1)}`, `Bearer ${newToken()}`]) {
      expect(guard.holdsToken({ authorization })?.status).toBe(401)
    }
    expect(guard.holdsToken({})?.status).toBe(401)
  })
})
