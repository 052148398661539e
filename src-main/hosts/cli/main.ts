/** The command line, for IT staff and for checks: the same core, asked directly. */

export {}

/** The first Node whose programs better-sqlite3 does not crash. */
const OLDEST_NODE = 22

if (Number(process.versions.node.split('.')[0]) < OLDEST_NODE) {
  process.stderr.write(`Quartet’s command line needs Node ${OLDEST_NODE} or newer, and this is ${process.version}. Start it with: npm run --silent quartet -- COMMAND\n`)
  process.exitCode = 2
} else {
  // Loaded only now: the database would end an older Node without a word.
  const { runCommand } = await import('./run.ts')
  process.exitCode = await runCommand(process.argv.slice(2), {
    out: (text) => process.stdout.write(text),
    err: (text) => process.stderr.write(text),
  })
}
