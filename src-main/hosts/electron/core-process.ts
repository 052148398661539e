/** The process that owns the workspace: no window, no dialogs, only questions on ports. */
import { parseArgs } from 'node:util'
import { openCore } from '../../core.ts'
import { Refusal } from '../../domain/refusal.ts'
import { deskClock, homeFolder, readyHome } from '../desk.ts'
import { answerPorts } from './answer-ports.ts'
import type { CoreNews } from './channels.ts'

const { values } = parseArgs({
  args: process.argv.slice(2),
  options: { home: { type: 'string' }, workspace: { type: 'string' } },
})

try {
  const core = await openCore({
    home: readyHome(values.home ?? homeFolder()),
    clock: deskClock(),
    ...(values.workspace === undefined ? {} : { workspaceFile: values.workspace }),
  })
  answerPorts(process.parentPort, core, () => {
    core.close()
    process.exit(0)
  })
} catch (error) {
  if (!(error instanceof Refusal)) throw error
  process.parentPort.postMessage({ refused: error.message } satisfies CoreNews)
}
