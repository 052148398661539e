import { openAsBlob, statSync } from 'node:fs'
import { basename, resolve } from 'node:path'
import { matchedByHand, type ColumnMatch, type ImportKind, type ImportOutcome } from '../../api/imports.ts'
import { formatDate } from '../../domain/date-words.ts'
import { Refusal } from '../../domain/refusal.ts'
import { countText } from '../../domain/number-words.ts'
import { dateOption, fileArgument, flag, optional, repeated, withWorkspace, WrongUse, type Arguments, type Client, type Command } from './command.ts'

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
  const sheet = optional(given, 'sheet')
  const input = { kind, file: await fileAt(path), ...(sheet === undefined ? {} : { sheet }), ...(la === undefined ? {} : { la }), ...(date === undefined ? {} : { date }) }
  return withWorkspace(given, async (client) => {
    const columns = await matchedColumns(client, given, input)
    const question = { ...input, ...(columns === undefined ? {} : { columns }) }
    const preview = await lastStep(await client.imports.preview(question))
    return flag(given, 'apply') ? lastStep(await client.imports.apply({ ...question, digest: preview.digest })) : preview
  })
}

/**
 * The columns as `--map "Field=Heading"` and `--same "Field=Value"` match them, on top of those that are known by name.
 * Without either, the core knows them by name or as it remembers them.
 */
async function matchedColumns(client: Client, given: Arguments, input: { kind: ImportKind; file: File; sheet?: string }): Promise<ColumnMatch | undefined> {
  const [columns, values] = [repeated(given, 'map').map(pairOf), repeated(given, 'same').map(pairOf)]
  if (columns.length + values.length === 0) return undefined
  const { fields, byName } = await client.imports.columns(input)
  const match = { ...byName }
  const keyOf = (name: string) =>
    fields.find(({ key, label }) => [key, label].some((one) => one.toLowerCase() === name.toLowerCase()))?.key ??
    wrong(`“${name}” is not a field of this import. Its fields are ${fields.map(({ label }) => label).join(', ')}.`)
  for (const [field, column] of columns) match[keyOf(field)] = { column }
  for (const [field, value] of values) match[keyOf(field)] = { value }
  return match
}

function pairOf(text: string): readonly [string, string] {
  const at = text.indexOf('=')
  return at > 0 ? [text.slice(0, at).trim(), text.slice(at + 1).trim()] : wrong(`“${text}” is not written Field=Heading.`)
}

function wrong(sentence: string): never {
  throw new WrongUse(sentence)
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
    ...(outcome.matchedOn === null ? [] : [`Columns matched as on ${formatDate(outcome.matchedOn)}.`]),
    ...outcome.notes,
    outcome.applied ? 'Applied.' : 'Nothing was changed. Add --apply to apply it.',
  ]
}

function importCommand(name: string, kind: ImportKind, shape: (outcome: ImportOutcome) => object, extra: Record<string, 'string'> = {}): Command {
  return {
    name,
    usage: `FILE --workspace W ${'la' in extra ? '[--la 330] ' : ''}${'date' in extra ? '[--date YYYY-MM-DD] ' : ''}[--sheet NAME] ${matchedByHand.has(kind) ? '[--map "Field=Heading"]… [--same "Field=Value"]… ' : ''}[--apply]`,
    options: { ...extra, sheet: 'string', ...(matchedByHand.has(kind) ? { map: 'strings', same: 'strings' } : {}), apply: 'boolean' },
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
  importCommand('districts import', 'districts', (outcome) => ({ ...counts(outcome), date: outcome.fileDate, notes: outcome.notes }), { date: 'string' }),
  importCommand('outcomes import', 'outcomes', (outcome) => ({ ...counts(outcome), ignored: outcome.ignored, date: outcome.fileDate }), { date: 'string' }),
]
