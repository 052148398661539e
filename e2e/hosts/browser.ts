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
  /** Ctrl+C; resolves to the exit code. */
  end(): Promise<number | null>
}

/** Starts it and waits for the address that it prints. */
export async function startBrowserHost({ env, workspace }: Desk): Promise<BrowserHost> {
  const args = [join(root, 'out/main/browser.js'), '--no-open', ...(workspace === null ? [] : ['--workspace', workspace])]
  const host = spawn(process.execPath, args, { env, stdio: ['ignore', 'pipe', 'pipe'] })
  const ended = new Promise<number | null>((resolve) => host.once('exit', resolve))
  const address = await new Promise<string>((resolve, reject) => {
    let said = ''
    const hear = (chunk: Buffer): void => {
      said += chunk.toString()
      const address = /http:\/\/\S+/.exec(said)?.[0]
      if (address !== undefined && said.includes('\n')) resolve(address)
    }
    host.stdout.on('data', hear)
    host.stderr.on('data', (chunk: Buffer) => (said += chunk.toString()))
    host.once('exit', (code) => reject(new Error(`The browser host ended with ${code} before it listened. ${said}`)))
  })
  return {
    address,
    process: host,
    end() {
      host.kill('SIGINT')
      return ended
    },
  }
}
