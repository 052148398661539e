import { pino } from 'pino'

/** Faults of the program, a line each on standard error. Never what an officer typed, nor who an officer is. */
const log = pino({ base: null, timestamp: pino.stdTimeFunctions.isoTime }, pino.destination({ dest: 2, sync: true }))

/** Notes a bug: which question it was asked, what kind of error, and where it arose; not its message, which may quote. */
export function noteFault(procedure: readonly string[], error: unknown): void {
  const { name, stack } = error instanceof Error ? error : { name: typeof error, stack: undefined }
  const code = error instanceof Error && 'code' in error ? String(error.code) : undefined
  const at = stack?.split('\n').filter((line) => line.trimStart().startsWith('at ')).map((line) => line.trim())
  log.error({ procedure: procedure.join('.'), error: name, code, at: at?.slice(0, 8) }, 'A fault of the program')
}
