import { createORPCClient } from '@orpc/client'
import { RPCLink } from '@orpc/client/message-port'
import type { ContractRouterClient } from '@orpc/contract'
import { EventEmitter } from 'node:events'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { MessageChannel } from 'node:worker_threads'
import type { MessagePort } from 'node:worker_threads'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import type { contract } from '../../api/contract.ts'
import { PORT_MESSAGE } from '../../api/host.ts'
import { openCore } from '../../core.ts'
import { makeSmallCore } from '../testing/small-core.ts'
import type { SmallClient } from '../testing/small-core.ts'
import { answerPorts } from './answer-ports.ts'
import { CLOSE } from './channels.ts'

let parent: EventEmitter
let core: ReturnType<typeof makeSmallCore>
let client: SmallClient
let hangUp: () => void
const close = vi.fn()

beforeEach(() => {
  parent = new EventEmitter()
  core = makeSmallCore()
  answerPorts(parent, core, close)
  const { port1, port2 } = new MessageChannel()
  parent.emit('message', { data: PORT_MESSAGE, ports: [asElectrons(port1)] })
  client = createORPCClient(new RPCLink({ port: asElectrons(port2) }))
  port2.start()
  hangUp = () => port2.close()
})
afterEach(() => {
  hangUp()
  close.mockClear()
})

/** Node's port with the manners of Electron's: a listener gets an event with `data`. */
function asElectrons(port: MessagePort) {
  return {
    on: (name: string, listener: (event: { data: unknown }) => void) => port.on(name, (data: unknown) => listener({ data })),
    postMessage: (message: unknown) => port.postMessage(message),
    start: () => port.start(),
  }
}

describe('the core process', () => {
  it('answers the page over its port', async () => {
    expect(await client.greet({ name: 'A chair' })).toBe('A chair at the desk of Committee officer')
  })

  it('carries files both ways', async () => {
    const bytes = new Uint8Array(5_000_000)
    bytes[bytes.length - 1] = 9
    expect(await client.weigh({ file: new File([bytes], 'register.csv') })).toEqual({ name: 'register.csv', bytes: 5_000_000, last: 9 })
    const paper = await client.print()
    expect(paper.name).toBe('Paper – 21 June.docx')
    expect([...new Uint8Array(await paper.arrayBuffer())]).toEqual([80, 75, 0, 255])
  })

  it('sends the steps of long work, and ends it when the page is gone', async () => {
    const steps: number[] = []
    for await (const { n } of await client.count({ to: 3 })) steps.push(n)
    expect(steps).toEqual([1, 2, 3])

    const waiting = await client.wait()
    await waiting.next()
    expect(core.waiting).toBe(1)
    hangUp()
    await vi.waitFor(() => expect(core.waiting).toBe(0))
  })

  it('closes when main says so, and minds nothing else', () => {
    parent.emit('message', { data: 'something else', ports: [] })
    parent.emit('message', { data: PORT_MESSAGE, ports: [] })
    expect(close).not.toHaveBeenCalled()
    parent.emit('message', { data: CLOSE, ports: [] })
    expect(close).toHaveBeenCalledOnce()
  })
})

describe('the real core over one port', () => {
  let home: string
  let now: string
  beforeEach(() => {
    home = mkdtempSync(join(tmpdir(), 'quartet port '))
    now = '2026-03-02T10:00:00.000Z'
  })
  afterEach(() => rmSync(home, { recursive: true }))

  it('answers for the workspace that is open and for the day it is, as long as the page stays', async () => {
    const real = await openCore({ home, clock: { now: () => new Date(now) } })
    const line = new EventEmitter()
    answerPorts(line, real, () => real.close())
    const { port1, port2 } = new MessageChannel()
    line.emit('message', { data: PORT_MESSAGE, ports: [asElectrons(port1)] })
    const api: ContractRouterClient<typeof contract> = createORPCClient(new RPCLink({ port: asElectrons(port2) }))
    port2.start()

    const sample = await api.schools.facets()
    expect(sample.total).toBeGreaterThan(0)

    await api.workspaces.create({ name: 'Spring 2026' })
    expect(await api.workspaces.current()).toMatchObject({ name: 'Spring 2026', today: '2026-03-02' })
    expect((await api.schools.facets()).total).toBe(0)

    now = '2026-03-03T10:00:00.000Z'
    expect((await api.workspaces.current()).today).toBe('2026-03-03')

    await api.workspaces.openSample()
    expect((await api.schools.facets()).total).toBe(sample.total)
    port2.close()
    line.emit('message', { data: CLOSE, ports: [] })
  })
})
