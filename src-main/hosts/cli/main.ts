/** The command line, for IT staff and for checks: the same core, asked directly. */
import { runCommand } from './run.ts'

process.exitCode = await runCommand(process.argv.slice(2), {
  out: (text) => process.stdout.write(text),
  err: (text) => process.stderr.write(text),
})
