import { createORPCClient } from '@orpc/client'
import { RPCLink } from '@orpc/client/fetch'
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { request } from 'node:http'
import type { IncomingHttpHeaders } from 'node:http'
import { connect } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { openPage } from '../page.ts'
import { makeSmallCore } from '../testing/small-core.ts'
import type { SmallClient } from '../testing/small-core.ts'
import { listen } from './server.ts'
import type { Listening } from './server.ts'

let folder: string
let core: ReturnType<typeof makeSmallCore>
let served: Listening
let token: string

beforeEach(async () => {
  folder = mkdtempSync(join(tmpdir(), 'quartet page '))
  mkdirSync(join(folder, 'page', 'assets'), { recursive: true })
  writeFileSync(join(folder, 'page', 'index.html'), '<title>Quartet</title>')
  writeFileSync(join(folder, 'page', 'assets', 'index-1.js'), 'export {}')
  writeFileSync(join(folder, 'secret.js'), 'outside the page')
  core = makeSmallCore()
  served = await listen(core, { page: openPage(join(folder, 'page')) })
  token = new URL(served.address).hash.slice('#token='.length)
})
afterEach(async () => {
  await served.close()
  rmSync(folder, { recursive: true })
})

interface Answer {
  status: number | undefined
  headers: IncomingHttpHeaders
  text: string
}

/** A request exactly as given: fetch would mend its path and refuse to set some of these headers. */
function ask(path: string, { method = 'GET', headers = {}, body = '' } = {}): Promise<Answer> {
  return new Promise((resolve, reject) => {
    const asked = request({ host: '127.0.0.1', port: served.port, path, method, headers }, (response) => {
      let text = ''
      response.setEncoding('utf8').on('data', (chunk: string) => (text += chunk))
      response.on('end', () => resolve({ status: response.statusCode, headers: response.headers, text }))
    })
    asked.on('error', reject)
    asked.end(body)
  })
}

const greeting = JSON.stringify({ json: { name: 'A chair' } })
const greet = (headers: Record<string, string>) =>
  ask('/rpc/greet', { method: 'POST', headers: { 'content-type': 'application/json', ...headers }, body: greeting })

function client(): SmallClient {
  return createORPCClient(new RPCLink({ url: `http://127.0.0.1:${served.port}/rpc`, headers: { authorization: `Bearer ${token}` } }))
}

describe('the page', () => {
  it('is served without the token, because a browser cannot send it when it opens an address', async () => {
    const page = await ask('/')
    expect(page).toMatchObject({ status: 200, text: '<title>Quartet</title>' })
    expect(page.headers['content-type']).toBe('text/html; charset=utf-8')
    expect((await ask('/assets/index-1.js')).headers['content-type']).toBe('text/javascript; charset=utf-8')
    expect(await ask('/', { method: 'HEAD' })).toMatchObject({ status: 200, text: '' })
  })

  it('is kept to its own code, out of frames and away from other sites', async () => {
    const { headers } = await ask('/')
    const policy = String(headers['content-security-policy'])
    expect(policy).toContain("default-src 'none'")
    expect(policy).toContain("script-src 'self';")
    expect(policy).toContain("connect-src 'self'")
    expect(policy).toContain("frame-ancestors 'none'")
    expect(policy).not.toMatch(/unsafe-eval|script-src[^;]*unsafe-inline|https?:/)
    expect(headers).toMatchObject({
      'x-content-type-options': 'nosniff',
      'referrer-policy': 'no-referrer',
      'cross-origin-resource-policy': 'same-origin',
      'cross-origin-opener-policy': 'same-origin',
    })
    expect(headers['access-control-allow-origin']).toBeUndefined()
  })

  it.each(['/../secret.js', '/%2e%2e/secret.js', '/assets/../../secret.js', '/..\\secret.js', '//secret.js', '/assets', '/secret.js'])(
    'has nothing at %s, and does not say so without the token',
    async (path) => {
      expect((await ask(path)).status).toBe(401)
      expect((await ask(path, { headers: { authorization: `Bearer ${token}` } })).status).toBe(404)
    },
  )

  it('has nothing to say about an icon that a browser asks for by itself', async () => {
    expect(await ask('/favicon.ico')).toMatchObject({ status: 204, text: '' })
  })

  it('can only be read', async () => {
    expect((await ask('/', { method: 'POST' })).status).toBe(405)
  })
})

describe('an address that opens the page once', () => {
  const opening = () => new URL(served.openOnce()).pathname

  it('leads to the page with its token, the first time only', async () => {
    expect(served.openOnce()).not.toContain(token)
    const path = opening()
    const first = await ask(path)
    expect(first).toMatchObject({ status: 303, text: '' })
    expect(first.headers).toMatchObject({ location: `/#token=${token}`, 'cache-control': 'no-store' })
    const second = await ask(path)
    expect(second.status).toBe(403)
    expect(second.text).toContain('open the address that Quartet printed')
    expect(JSON.stringify(second)).not.toContain(token)
  })

  it('is not used up by strangers, nor by what is no opening of a page', async () => {
    const path = opening()
    expect((await ask(path, { headers: { host: 'quartet.example' } })).status).toBe(403)
    expect((await ask(path, { headers: { 'sec-fetch-site': 'cross-site', 'sec-fetch-mode': 'no-cors' } })).status).toBe(403)
    expect((await ask(path, { method: 'HEAD' })).status).toBe(405)
    expect((await ask(path, { method: 'POST' })).status).toBe(405)
    expect((await ask('/open/guess')).status).toBe(403)
    expect((await ask(path)).status).toBe(303)
  })
})

describe('a question', () => {
  it('is answered with the token', async () => {
    const answer = await greet({ authorization: `Bearer ${token}` })
    expect(answer).toMatchObject({ status: 200, text: JSON.stringify({ json: 'A chair at the desk of Committee officer' }) })
    expect(answer.headers['cache-control']).toBe('no-store')
  })

  it('is refused without it, also in the address or in a cookie', async () => {
    expect((await greet({})).status).toBe(401)
    expect((await greet({ authorization: `Bearer ${token}x` })).status).toBe(401)
    expect((await greet({ cookie: `token=${token}` })).status).toBe(401)
    expect((await ask(`/rpc/greet?token=${token}`, { method: 'POST', body: greeting })).status).toBe(401)
  })

  it('is refused to a rebound name and to another site, token or not', async () => {
    const authorization = `Bearer ${token}`
    expect((await greet({ authorization, host: `quartet.example:${served.port}` })).status).toBe(403)
    expect((await greet({ authorization, origin: 'http://quartet.example' })).status).toBe(403)
    expect((await greet({ authorization, 'sec-fetch-site': 'cross-site', 'sec-fetch-mode': 'cors' })).status).toBe(403)
    expect((await greet({ authorization, origin: `http://127.0.0.1:${served.port}` })).status).toBe(200)
    expect((await ask('/', { headers: { host: 'quartet.example' } })).status).toBe(403)
  })

  it('of another site gets no leave to ask', async () => {
    const preflight = await ask('/rpc/greet', {
      method: 'OPTIONS',
      headers: { origin: 'http://quartet.example', 'access-control-request-method': 'POST' },
    })
    expect(preflight.status).toBe(403)
    expect(preflight.headers['access-control-allow-origin']).toBeUndefined()
  })

  it('that the core does not know is not found', async () => {
    expect((await ask('/rpc/absent', { method: 'POST', headers: { authorization: `Bearer ${token}` } })).status).toBe(404)
  })

  it('carries files both ways: 64 MB in, a paper out', async () => {
    const bytes = new Uint8Array(64 * 1024 * 1024)
    bytes[bytes.length - 1] = 7
    expect(await client().weigh({ file: new File([bytes], 'register.csv') })).toEqual({ name: 'register.csv', bytes: bytes.length, last: 7 })

    const paper = await client().print()
    expect(paper.name).toBe('Paper – 21 June.docx')
    expect([...new Uint8Array(await paper.arrayBuffer())]).toEqual([80, 75, 0, 255])
  })

  it('is told when it is far too large', async () => {
    const answer = await ask('/rpc/weigh', {
      method: 'POST',
      headers: { authorization: `Bearer ${token}`, 'content-type': 'application/json', 'content-length': String(2 ** 31) },
      body: '{',
    }).catch((error: unknown) => String(error))
    expect(answer).toMatchObject({ status: 413 })
  })

  it('gets the steps of long work as they come', async () => {
    const steps: number[] = []
    for await (const { n } of await client().count({ to: 3 })) steps.push(n)
    expect(steps).toEqual([1, 2, 3])
  })

  it('that nobody waits for any more is ended in the core', async () => {
    const leaving = new AbortController()
    const steps = await client().wait(undefined, { signal: leaving.signal })
    await steps.next()
    expect(core.waiting).toBe(1)
    leaving.abort()
    await vi.waitFor(() => expect(core.waiting).toBe(0))
  })
})

describe('the server', () => {
  it('listens on the laptop itself only, with another token each time', async () => {
    expect(served.address).toMatch(/^http:\/\/127\.0\.0\.1:\d+\/#token=[\w-]{43}$/)
    const other = await listen(core, { page: openPage(join(folder, 'page')) })
    expect(new URL(other.address).hash).not.toBe(new URL(served.address).hash)
    await other.close()
  })

  it('refuses a port that is taken, in a sentence', async () => {
    await expect(listen(core, { page: openPage(join(folder, 'page')), port: served.port })).rejects.toThrow(/^Port \d+ is in use/)
  })

  it('survives what is no HTTP', async () => {
    const answer = await new Promise<string>((resolve) => {
      const line = connect(served.port, '127.0.0.1', () => line.write('register\u0000\r\n\r\n'))
      line.on('data', (bytes) => resolve(String(bytes)))
    })
    expect(answer).toContain('400 Bad Request')
    expect((await ask('/')).status).toBe(200)
  })

  it('ends at once, also while a question is open', async () => {
    const steps = await client().wait()
    await steps.next()
    await served.close()
    await vi.waitFor(() => expect(core.waiting).toBe(0))
    await expect(ask('/')).rejects.toThrow('ECONNREFUSED')
  })

  it('refuses to start without its screens', () => {
    expect(() => openPage(join(folder, 'absent'))).toThrow('npm run build')
  })
})
