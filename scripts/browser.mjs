/** A browser for the end-to-end tests: the one that the laptop has, Playwright's own, or on Debian one to install. */
import { chromium } from '@playwright/test'
import { spawnSync } from 'node:child_process'
import { existsSync } from 'node:fs'
import { findBrowser } from '../src-main/hosts/browser/window.ts'
import { say } from './toolchain.mjs'

/** The program of a browser that is here already, or `null`. */
export function browserHere() {
  const own = chromium.executablePath()
  return findBrowser() ?? (existsSync(own) ? own : null)
}

/** Installs Chromium where that is this machine's custom: on Debian, as root. @returns {string | null} */
export function ensureBrowser() {
  const here = browserHere()
  if (here || !existsSync('/etc/debian_version') || process.getuid?.() !== 0) return here
  say('Installing Chromium for the end-to-end tests.')
  const env = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' }
  const quietly = { env, stdio: /** @type {['ignore', 'ignore', number]} */ (['ignore', 'ignore', 2]) }
  spawnSync('apt-get', ['update', '-qq'], quietly)
  spawnSync('apt-get', ['install', '-y', '-qq', '--no-install-recommends', 'chromium'], quietly)
  return browserHere()
}
