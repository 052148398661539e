/**
 * Tries many spoilt files: `npm run fuzz -- 20000 [first seed]`. Ends with what they came to as one line of JSON, and with 1
 * where one crashed, was half applied, or took more than a second of a processor for its megabyte.
 */
import { fuzzImports } from '../../src-main/features/imports/testing/fuzz.ts'

const files = Number(process.argv[2] ?? 1_000)
const seed = Number(process.argv[3] ?? 1)
const started = performance.now()
const report = await fuzzImports(files, seed, (done, { refused, applied, problems, slowest }) => {
  if (done % 500 !== 0) return
  console.error(`${done} of ${files} files, ${Math.round((performance.now() - started) / 1_000)} s: ${refused} refused, ${applied} applied, ${problems.length} problems, slowest ${slowest.cpuMs} ms`)
})
console.log(JSON.stringify({ ...report, seconds: Math.round((performance.now() - started) / 1_000) }))
if (report.problems.length > 0 || report.slowest.cpuMs > 1_000) process.exitCode = 1
