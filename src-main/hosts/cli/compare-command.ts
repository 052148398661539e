import type { Comparison } from '../../api/figures.ts'
import { formatDate } from '../../domain/date-words.ts'
import { dateOption, flag, noArguments, required, withWorkspace, WrongUse, type Arguments, type Command } from './command.ts'

type Count = Comparison['before']

function requiredDate(given: Arguments, name: string): string {
  return dateOption(given, name) ?? required(given, name)
}

/** The first date as it was known that day takes the place of the first date as the records say now. */
function asKnownThen(one: Comparison): Comparison {
  return one.known === null ? one : { ...one, before: one.known, moved: [...one.restated, ...one.moved] }
}

function bare({ numerator, denominator, percent }: Count) {
  return { numerator, denominator, percent }
}

function countWords({ numerator, denominator, text }: Count): string {
  return denominator === null ? String(numerator) : `${text} (${numerator} of ${denominator})`
}

/** A line for the figure, and one for each reason with its schools. */
function linesOf(one: Comparison): string[] {
  const reasons = Map.groupBy(one.moved, ({ because }) => because)
  return [
    `${one.title}: ${countWords(one.before)}, then ${countWords(one.after)}`,
    ...(one.note === null ? [] : [`  ${one.note}`]),
    ...[...reasons].map(([because, moves]) => `  ${moves.length} ${because}: ${moves.map(({ urn, on }) => (on === null ? urn : `${urn} on ${formatDate(on)}`)).join(', ')}`),
    ...(one.meetings.length > 0 ? [`  held since: ${one.meetings.map(({ name, date }) => `${name} on ${formatDate(date)}`).join(', ')}`] : []),
  ]
}

const compare: Command = {
  name: 'compare',
  usage: '--workspace W --from-as-at YYYY-MM-DD --as-at YYYY-MM-DD [--from YYYY-MM-DD] [--known-then]',
  options: { 'from-as-at': 'string', 'as-at': 'string', from: 'string', 'known-then': 'boolean' },
  async run(given) {
    noArguments(given)
    const from = dateOption(given, 'from')
    const [fromAsAt, asAt] = [requiredDate(given, 'from-as-at'), requiredDate(given, 'as-at')]
    if (fromAsAt > asAt) throw new WrongUse('--from-as-at is later than --as-at: the figures are compared from the one to the other.')
    if (from !== undefined && from > asAt) throw new WrongUse('--from is later than --as-at: the figures count from the one to the other.')
    const { figures } = await withWorkspace(given, (client) => client.figures.compare({ fromAsAt, asAt, ...(from === undefined ? {} : { from }) }))
    const compared = flag(given, 'known-then') ? figures.map(asKnownThen) : figures
    return {
      document: compared.map(({ id, group, before, after, moved }) => ({ id, group, before: bare(before), after: bare(after), moved: moved.map(({ urn, because }) => ({ urn, why: because })) })),
      lines: [`From ${formatDate(fromAsAt)} to ${formatDate(asAt)}`, ...compared.flatMap(linesOf)],
    }
  },
}

export const compareCommands: readonly Command[] = [compare]
