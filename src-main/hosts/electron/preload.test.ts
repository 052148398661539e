import { EventEmitter } from 'node:events'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { PORT_MESSAGE } from '../../api/host.ts'
import type { HostWindow } from '../../api/host.ts'
import { CONNECT, PICK_FILE, SAVE_FILE } from './channels.ts'

const bridge = vi.hoisted(() => ({ offered: new Map<string, unknown>(), invoke: vi.fn(), send: vi.fn() }))
const renderer = Object.assign(new EventEmitter(), { invoke: bridge.invoke, send: bridge.send })

vi.mock('electron', () => ({
  contextBridge: { exposeInMainWorld: (name: string, value: unknown) => bridge.offered.set(name, value) },
  ipcRenderer: renderer,
}))

const page = Object.assign(new EventTarget(), { location: { origin: 'app://quartet' }, postMessage: vi.fn() })
let host: HostWindow

function isHost(offered: unknown): offered is HostWindow {
  return typeof offered === 'object' && offered !== null && 'host' in offered
}

beforeEach(async () => {
  vi.stubGlobal('window', page)
  vi.resetModules()
  await import('./preload.ts')
  const offered = bridge.offered.get('quartet')
  if (!isHost(offered)) throw new Error('the preload offers no host')
  host = offered
})
afterEach(() => {
  vi.unstubAllGlobals()
  vi.clearAllMocks()
  renderer.removeAllListeners()
})

describe('the preload', () => {
  it('offers the page two dialogs and nothing of Electron', () => {
    expect([...bridge.offered.keys()]).toEqual(['quartet'])
    expect(Object.keys(host).sort()).toEqual(['host', 'pickFile', 'saveFile'])
  })

  it('asks for a port when the page has loaded, and hands it over to this origin only', () => {
    expect(bridge.send).not.toHaveBeenCalled()
    page.dispatchEvent(new Event('load'))
    expect(bridge.send).toHaveBeenCalledWith(CONNECT)
    const port = {}
    renderer.emit(PORT_MESSAGE, { ports: [port] })
    expect(page.postMessage).toHaveBeenCalledWith(PORT_MESSAGE, 'app://quartet', [port])
  })

  it('picks and saves', async () => {
    const question = { title: 'Choose a register file', kinds: [] }
    bridge.invoke.mockResolvedValueOnce({ picked: { name: 'register.csv', bytes: Buffer.from('URN') } })
    expect(await host.pickFile(question)).toEqual({ name: 'register.csv', bytes: new Uint8Array([85, 82, 78]) })
    expect(bridge.invoke).toHaveBeenCalledWith(PICK_FILE, question)

    bridge.invoke.mockResolvedValueOnce({ picked: null })
    expect(await host.pickFile(question)).toBeNull()

    bridge.invoke.mockResolvedValueOnce({ savedAs: 'Paper.docx' })
    expect(await host.saveFile('Paper.docx', new Uint8Array(2))).toBe('Paper.docx')
    expect(bridge.invoke).toHaveBeenLastCalledWith(SAVE_FILE, { suggestedName: 'Paper.docx', bytes: new Uint8Array(2) })
  })

  it('throws the sentence of a refusal, and what is no answer', async () => {
    bridge.invoke.mockResolvedValueOnce({ refused: 'It could not be read.' })
    await expect(host.pickFile({ title: '', kinds: [] })).rejects.toThrow(/^It could not be read\.$/)
    bridge.invoke.mockResolvedValueOnce({ savedAs: 7 })
    await expect(host.saveFile('x', new Uint8Array())).rejects.toThrow()
  })
})
