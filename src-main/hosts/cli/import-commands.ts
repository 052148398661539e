import { openAsBlob, statSync } from 'node:fs'
import { basename, resolve } from 'node:path'
import type { ImportKind, ImportOutcome } from '../../api/imports.ts'
import { Refusal } from '../../domain/refusal.ts'
import { countText } from '../../domain/number-words.ts'
import { dateOption, fileArgument, flag, optional, withWorkspace, WrongUse, type Arguments, type Client, type Command } from './command.ts'

async function fileAt(path: string): Promise<File> {
  try {
    if (!statSync(resolve(path)).isFile()) throw new TypeError('a folder or a device is no file')
    return new File([await openAsBlob(resolve(path))], basename(path))
  } catch {
    throw new Refusal('no-such-file', `There is no file at ${path} that can be read. Check its name.`)
  }
}

/** Previews a file, and applies exactly what the preview showed where `--apply` says so. */
async function runImport(given: Arguments, kind: ImportKind): Promise<ImportOutcome> {
  const path = fileArgument(given)
  const la = optional(given, 'la')
  if (la !== undefined && !/^\d{3}$/.test(la)) throw new WrongUse('--la takes the three digits of a local authority, as 330.')
  const date = dateOption(given, 'date')
  const input = { kind, file: await fileAt(path), ...(la === undefined ? {} : { la }), ...(date === undefined ? {} : { date }) }
  return withWorkspace(given, async (client) => {
    const preview = await lastStep(await client.imports.preview(input))
    return flag(given, 'apply') ? lastStep(await client.imports.apply({ ...input, digest: preview.digest })) : preview
  })
}

type Steps = Awaited<ReturnType<Client['imports']['preview']>>

/** Reads the steps of long work to its end; on a terminal the progress is shown on standard error. */
async function lastStep(steps: Steps): Promise<ImportOutcome> {
  for await (const step of steps) {
    if (step.step === 'done') {
      if (process.stderr.isTTY) process.stderr.write('\r\u001b[K')
      return step.result
    }
    if (process.stderr.isTTY) process.stderr.write(`\r\u001b[K${step.words}: ${countText(step.done)}${step.total === null ? '' : ` of ${countText(step.total)}`}`)
  }
  throw new Error('the import ended without a result')
}

/** At most this many refused rows are listed for people. `--json` lists up to 10,000, and `refusedCount` is always whole. */
const SHOWN = 20

function linesOf(outcome: ImportOutcome): string[] {
  const counts = [
    ['added', outcome.added],
    ['changed', outcome.changed],
    ['of these status changed', outcome.statusChanged],
    ['unchanged', outcome.unchanged],
    ['not in the file', outcome.notInFile],
    ['ignored', outcome.ignored],
    ['refused', outcome.refusedCount],
  ] as const
  const refused = outcome.refused.slice(0, SHOWN).map(({ line, urn, reason }) => `  line ${line}${urn === '' ? '' : `, URN ${urn}`}: ${reason}`)
  return [
    `${outcome.fileName}: ${countText(outcome.rows)} rows, ${outcome.encoding}${outcome.fileDate === null ? '' : `, dated ${outcome.fileDate}`}`,
    ...counts.filter(([, count]) => count > 0).map(([words, count]) => `  ${countText(count)} ${words}`),
    ...refused,
    ...(outcome.refusedCount > refused.length ? [`  and ${countText(outcome.refusedCount - refused.length)} more refused rows`] : []),
    ...outcome.notes,
    outcome.applied ? 'Applied.' : 'Nothing was changed. Add --apply to apply it.',
  ]
}

function importCommand(name: string, kind: ImportKind, shape: (outcome: ImportOutcome) => object, extra: Record<string, 'string'> = {}): Command {
  return {
    name,
    usage: `FILE --workspace W ${'la' in extra ? '[--la 330] ' : ''}${'date' in extra ? '[--date YYYY-MM-DD] ' : ''}[--apply]`,
    options: { ...extra, apply: 'boolean' },
    async run(given) {
      const outcome = await runImport(given, kind)
      return { document: shape(outcome), lines: linesOf(outcome) }
    },
  }
}

function counts({ applied, encoding, rows, added, changed, statusChanged, unchanged, notInFile, refused, refusedCount }: ImportOutcome) {
  return { applied, encoding, rows, added, changed, statusChanged, unchanged, notInFile, refused, refusedCount }
}

export const importCommands: readonly Command[] = [
  importCommand('schools import', 'register', (outcome) => ({ ...counts(outcome), ignored: outcome.ignored, date: outcome.fileDate }), { la: 'string', date: 'string' }),
  importCommand('schools links', 'links', ({ applied, rows, added, unchanged, ignored, refused, refusedCount }) => ({ applied, rows, added, unchanged, ignored, refused, refusedCount })),
  importCommand('visits import', 'visits', counts),
  importCommand('attendance import', 'attendance', counts),
  importCommand('needs import', 'needs', counts),
  importCommand('outcomes import', 'outcomes', (outcome) => ({ ...counts(outcome), ignored: outcome.ignored, date: outcome.fileDate }), { date: 'string' }),
]
