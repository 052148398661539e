/** Quartet in a browser window: `browser.js [--workspace W] [--port N] [--no-open] [--home DIR]`. */
import { resolve } from 'node:path'
import { parseArgs } from 'node:util'
import { openCore } from '../../core.ts'
import { Refusal, refuse } from '../../domain/refusal.ts'
import { deskClock, homeFolder, readyHome } from '../desk.ts'
import { serve } from './serve.ts'

function asked() {
  const { values } = parseArgs({
    allowNegative: true,
    options: {
      workspace: { type: 'string' },
      port: { type: 'string', default: '0' },
      open: { type: 'boolean', default: true },
      home: { type: 'string' },
    },
  })
  const port = Number(values.port)
  if (!Number.isInteger(port) || port < 0 || port > 65_535) {
    refuse('no-port', `"${values.port}" is no port: give a whole number from 1 to 65535, or leave --port out.`)
  }
  return { ...values, port }
}

try {
  const { workspace, port, open, home: named = homeFolder() } = asked()
  const home = readyHome(resolve(named))
  const core = await openCore({
    home,
    clock: deskClock(),
    ...(workspace === undefined ? {} : { workspaceFile: resolve(workspace) }),
  })
  try {
    const served = await serve(core, { port, open, home })
    await served.ended
    await served.close()
  } finally {
    core.close()
  }
} catch (error) {
  const expected = error instanceof Refusal || (error instanceof TypeError && 'code' in error)
  console.error(expected ? error.message : error)
  process.exitCode = 1
}
