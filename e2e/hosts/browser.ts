/** The built browser host, started as `npm start` starts it where there is no display. */
import { spawn } from 'node:child_process'
import type { ChildProcess } from 'node:child_process'
import { join } from 'node:path'
import { root } from './desk.ts'
import type { Desk } from './desk.ts'

export interface BrowserHost {
  /** With its token. */
  address: string
  process: ChildProcess
  /** Ctrl+C; resolves to the exit code, which is `null` for one that did not end and had to be killed. */
  end(): Promise<number | null>
  /** The lights go out; resolves when the process is gone. */
  kill(): Promise<void>
}

/** Starts hosts on one desk and knows which of them run, also those that never came to listen. */
export interface BrowserHosts {
  /** Starts one and waits for the address that it prints. */
  start(): Promise<BrowserHost>
  /** Ends all that still run, whatever became of the test that started them. */
  endAll(): Promise<void>
}

/** A host that has not ended by then is killed. */
const PATIENCE_MS = 5000

export function browserHosts({ env, workspace }: Desk): BrowserHosts {
  const running = new Map<ChildProcess, Promise<number | null>>()
  // A worker that is ended by Playwright itself comes to no fixture any more.
  const killAll = (): void => running.keys().forEach((host) => host.kill('SIGKILL'))
  process.once('exit', killAll)

  async function end(host: ChildProcess): Promise<number | null> {
    const impatience = setTimeout(() => host.kill('SIGKILL'), PATIENCE_MS)
    host.kill('SIGINT')
    const code = await running.get(host)
    clearTimeout(impatience)
    return code ?? host.exitCode
  }

  return {
    async start() {
      const args = [join(root, 'out/main/browser.js'), '--no-open', ...(workspace === null ? [] : ['--workspace', workspace])]
      const host = spawn(process.execPath, args, { env, stdio: ['ignore', 'pipe', 'pipe'] })
      const ended = new Promise<number | null>((resolve) => host.once('exit', resolve))
      running.set(host, ended)
      void ended.then(() => running.delete(host))
      return {
        address: await addressOf(host),
        process: host,
        end: () => end(host),
        async kill() {
          host.kill('SIGKILL')
          await ended
        },
      }
    },
    async endAll() {
      await Promise.all([...running.keys()].map(end))
      process.off('exit', killAll)
    },
  }
}

/** Hears the address that the host prints. */
function addressOf(host: ChildProcess): Promise<string> {
  return new Promise((resolve, reject) => {
    let said = ''
    host.stdout?.on('data', (chunk: Buffer) => {
      said += chunk.toString()
      const address = /http:\/\/\S+/.exec(said)?.[0]
      if (address !== undefined && said.includes('\n')) resolve(address)
    })
    host.stderr?.on('data', (chunk: Buffer) => (said += chunk.toString()))
    host.once('exit', (code) => reject(new Error(`The browser host ended with ${code} before it listened. ${said}`)))
  })
}
