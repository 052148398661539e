import { EXEMPT_SENTENCE } from '../../api/exports.ts'
import { poundsText } from '../../api/money.ts'
import type { PackageState } from '../../api/support.ts'
import { countText } from '../../domain/number-words.ts'
import { dateOption, noArguments, withWorkspace, type Command } from './command.ts'

const STATES: Record<PackageState, string> = {
  needIdentified: 'need identified',
  diagnosed: 'diagnosed',
  agreed: 'agreed',
  active: 'active',
  paused: 'paused',
  escalated: 'escalated',
  completed: 'completed',
  stopped: 'stopped',
}

/** Which schools require or are charged for a package is exempt by default (Schedule 12A): a list that names some says so, as exported lists do. */
function caveat(named: readonly { schoolName: string }[]): string | null {
  return named.length > 0 ? EXEMPT_SENTENCE : null
}

/** The figure "packages by state", and the packages behind it. */
const packages: Command = {
  name: 'packages',
  usage: '--workspace W [--as-at YYYY-MM-DD]',
  options: { 'as-at': 'string' },
  async run(given) {
    noArguments(given)
    const asAt = dateOption(given, 'as-at')
    const { rows, counts, asAt: day } = await withWorkspace(given, (client) => client.support.list(asAt === undefined ? {} : { asAt }))
    const lines = Object.entries(STATES).map(([state, words]) => `  ${countText(rows.filter((row) => row.state === state).length)} ${words}`)
    return { document: { asAt: day, caveat: caveat(rows), counts, packages: rows }, lines: [`${countText(rows.length)} packages as at ${day}`, ...lines] }
  },
}

/** Charges by term and status. */
const charges: Command = {
  name: 'charges',
  usage: '--workspace W [--as-at YYYY-MM-DD]',
  options: { 'as-at': 'string' },
  async run(given) {
    noArguments(given)
    const asAt = dateOption(given, 'as-at')
    const { rows, totals, uncharged, asAt: day } = await withWorkspace(given, (client) => client.charging.list(asAt === undefined ? {} : { asAt }))
    const lines = totals.map(({ term, toBeAgreed, agreed, invoiced, total }) => `${term}: ${poundsText(toBeAgreed)} to be agreed, ${poundsText(agreed)} agreed, ${poundsText(invoiced)} invoiced elsewhere, ${poundsText(total)} in all`)
    return { document: { asAt: day, caveat: caveat([...rows, ...uncharged]), totals, charges: rows, uncharged }, lines: lines.length > 0 ? lines : ['Nothing is charged yet.'] }
  },
}

export const supportCommands: readonly Command[] = [packages, charges]
