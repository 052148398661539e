import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from './test.ts'

test('Quartet opens its page on the workspace', async ({ page }) => {
  await expect(page).toHaveTitle(/Quartet/)
  await expect(page.getByRole('navigation').first()).toBeVisible()
})

test.describe('the first day', () => {
  test.use({ begin: 'first day' })
  test('finds the sample workspace on the desk', async ({ page, desk }) => {
    await expect(page.getByRole('navigation').first()).toBeVisible()
    expect(existsSync(join(desk.home, 'Sample workspace.quartet'))).toBe(true)
  })
})

test.describe('the browser host', () => {
  test.skip(({ host }) => host !== 'browser', 'Only the browser host has an address.')

  test('answers nobody without the token', async ({ browserHost, request }) => {
    const { origin, hash } = new URL(browserHost.address)
    const ask = (headers: Record<string, string>) => request.post(`${origin}/rpc/workspaces/current`, { headers, data: {} })
    expect((await ask({})).status()).toBe(401)
    expect((await ask({ authorization: 'Bearer guess' })).status()).toBe(401)
    expect((await ask({ authorization: `Bearer ${hash.slice('#token='.length)}` })).status()).toBe(200)
  })

  test('leaves the workspace checkpointed and closed on Ctrl+C', async ({ desk, browserHosts }) => {
    const host = await browserHosts.start()
    expect(existsSync(`${desk.workspace}-wal`)).toBe(true)
    expect(await host.end()).toBe(0)
    expect(existsSync(`${desk.workspace}-wal`)).toBe(false)
  })

  test('refuses a workspace that is open already, in a sentence', async ({ browserHost, browserHosts }) => {
    expect(browserHost.process.exitCode).toBeNull()
    await expect(browserHosts.start()).rejects.toThrow(/ended with 1 before it listened\. [A-Z“].*\.\s*$/)
  })

  test('does not outlive its test, not even when it hears no signal', async ({ desk, browserHosts }) => {
    test.skip(process.platform === 'win32', 'There every signal ends a process.')
    const host = await browserHosts.start()
    host.process.kill('SIGSTOP')
    await browserHosts.endAll()
    expect(host.process.signalCode).toBe('SIGKILL')
    // Nothing is left that could not be ended a second time, or that keeps the workspace.
    await browserHosts.endAll()
    expect(await (await browserHosts.start()).end()).toBe(0)
    expect(existsSync(`${desk.workspace}-wal`)).toBe(false)
  })
})
