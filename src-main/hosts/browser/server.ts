/** Carries the page's questions to the core over HTTP, on the laptop itself and nowhere else. */
import { BodyLimitPlugin, RPCHandler } from '@orpc/server/node'
import { createServer } from 'node:http'
import type { IncomingMessage, Server, ServerResponse } from 'node:http'
import { refuse } from '../../domain/refusal.ts'
import type { Answering } from '../answering.ts'
import { PAGE_HEADERS } from '../page.ts'
import type { Page } from '../page.ts'
import { makeGuard, newToken } from './guard.ts'
import type { Guard } from './guard.ts'
import { makeOpenings } from './openings.ts'

/** What is asked here leads to the page with its token, if the code that follows is good. */
const OPEN = '/open/'

/** The national register is some 64 MB; nothing that an officer has comes near four times that. */
const LARGEST_BODY = 256 * 1024 * 1024

export interface Listening {
  /** With the token in its fragment. */
  address: string
  port: number
  /** An address without the token, good for one opening within two minutes: for the browser's command line. */
  openOnce(): string
  /** Takes no more questions and drops those under way; resolves when the port is free. */
  close(): Promise<void>
}

export interface ListenOptions {
  page: Page
  /** 0, the default, takes any free port. */
  port?: number
  token?: string
}

/** Starts to listen on 127.0.0.1; refuses where the port is taken. */
export async function listen(core: Answering, { page, port = 0, token = newToken() }: ListenOptions): Promise<Listening> {
  const server = createServer()
  const taken = await listening(server, port)
  const guard = makeGuard(token, taken)
  const openings = makeOpenings()
  const origin = `http://127.0.0.1:${taken}`
  const tokenInPage = `/#token=${token}`
  const handler = new RPCHandler(core.router, { plugins: [new BodyLimitPlugin({ maxBodySize: LARGEST_BODY })] })

  server.on('request', (request: IncomingMessage, response: ServerResponse) => {
    const path = pathOf(request)
    if (path.startsWith(OPEN)) return open(request, response, path.slice(OPEN.length))
    const isQuestion = path === '/rpc' || path.startsWith('/rpc/')
    const answered = isQuestion ? answer(request, response) : servePage(request, response, page, guard, path)
    answered.catch(() => {
      if (!response.headersSent) say(response, 500, 'Quartet could not answer.')
      else response.destroy()
    })
  })

  async function answer(request: IncomingMessage, response: ServerResponse): Promise<void> {
    response.setHeaders(new Map(Object.entries({ ...PAGE_HEADERS, 'Cache-Control': 'no-store' })))
    const refused = guard.comesFromHere(request.headers) ?? guard.holdsToken(request.headers)
    if (refused) return say(response, refused.status, refused.sentence)
    const { matched } = await handler.handle(request, response, { prefix: '/rpc', context: core.context() })
    if (!matched) say(response, 404, 'Quartet has no such question.')
  }

  function open({ headers, method }: IncomingMessage, response: ServerResponse, code: string): void {
    response.setHeaders(new Map(Object.entries({ ...PAGE_HEADERS, 'Cache-Control': 'no-store' })))
    const refused = guard.comesFromHere(headers)
    if (refused) return say(response, refused.status, refused.sentence)
    if (method !== 'GET') return say(response, 405, 'A page can only be read.')
    if (!openings.take(code)) {
      return say(response, 403, 'This address was good for one opening: open the address that Quartet printed when it was started.')
    }
    response.writeHead(303, { Location: tokenInPage }).end()
  }

  return {
    address: `${origin}${tokenInPage}`,
    port: taken,
    openOnce: () => `${origin}${OPEN}${openings.make()}`,
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve())
        server.closeAllConnections()
      }),
  }
}

async function servePage(
  request: IncomingMessage,
  response: ServerResponse,
  page: Page,
  guard: Guard,
  path: string,
): Promise<void> {
  response.setHeaders(new Map(Object.entries({ ...PAGE_HEADERS, 'Cache-Control': 'no-cache' })))
  const refused = guard.comesFromHere(request.headers)
  if (refused) return say(response, refused.status, refused.sentence)

  const file = page.find(path)
  if (!file && path === '/favicon.ico') {
    // Browsers ask for it unasked, and a refusal would stand in their console as an error of the page.
    response.writeHead(204).end()
    return
  }
  if (!file) {
    const stranger = guard.holdsToken(request.headers)
    return stranger ? say(response, stranger.status, stranger.sentence) : say(response, 404, 'There is no such page.')
  }
  if (request.method !== 'GET' && request.method !== 'HEAD') {
    response.setHeader('Allow', 'GET, HEAD')
    return say(response, 405, 'A page can only be read.')
  }
  const bytes = await file.read()
  response.writeHead(200, { 'Content-Type': file.type, 'Content-Length': bytes.length })
  response.end(request.method === 'HEAD' ? undefined : bytes)
}

/** Never throws: what is no address leads nowhere. */
function pathOf({ url = '' }: IncomingMessage): string {
  return url.split('?', 1)[0] ?? ''
}

function say(response: ServerResponse, status: number, sentence: string): void {
  // What was sent with a refused question is not read, so the connection cannot serve another one.
  response.writeHead(status, { 'Content-Type': 'text/plain; charset=utf-8', Connection: 'close' })
  response.end(sentence)
}

/** Listens, and gives the port that was taken. */
function listening(server: Server, port: number): Promise<number> {
  return new Promise<number>((resolve, reject) => {
    server.once('error', reject)
    server.listen({ host: '127.0.0.1', port }, () => {
      server.off('error', reject)
      const at = server.address()
      if (at === null || typeof at === 'string') reject(new TypeError('a server on a port has an address'))
      else resolve(at.port)
    })
  }).catch((error: unknown) => {
    if (error instanceof Error && 'code' in error && (error.code === 'EADDRINUSE' || error.code === 'EACCES')) {
      refuse('port-taken', `Port ${port} is in use or not allowed: close the program that uses it, or leave --port out to take any free one.`)
    }
    throw error
  })
}
