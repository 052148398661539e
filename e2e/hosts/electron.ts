/** Quartet in Electron, where its program is on this machine and a window can be shown. */
import { _electron } from '@playwright/test'
import type { ElectronApplication } from '@playwright/test'
import { electronProgram } from '../../scripts/electron.mjs'
import { hasDisplay } from '../../src-main/hosts/browser/window.ts'
import { root } from './desk.ts'
import type { Desk } from './desk.ts'

/** Why the Electron host cannot be tested here, in words, or `null` where it can. */
export function whyNoElectron(): string | null {
  if (electronProgram() === null) return 'Electron’s program is not on this machine: "npm start" on a desktop fetches it, where its download is allowed.'
  if (!hasDisplay()) return 'There is no display to show Electron’s window on.'
  return null
}

export function startElectronHost({ env, workspace }: Desk): Promise<ElectronApplication> {
  return _electron.launch({
    executablePath: electronProgram() ?? '',
    args: [root, ...(workspace === null ? [] : ['--workspace', workspace])],
    env,
  })
}
