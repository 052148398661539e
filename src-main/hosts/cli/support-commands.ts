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

/** "£1,234.50" */
function pounds(pence: number): string {
  return `£${countText(Math.floor(pence / 100))}${pence % 100 === 0 ? '' : `.${String(pence % 100).padStart(2, '0')}`}`
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
    return { document: { asAt: day, counts, packages: rows }, lines: [`${countText(rows.length)} packages as at ${day}`, ...lines] }
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
    const lines = totals.map(({ term, toBeAgreed, agreed, invoiced, total }) => `${term}: ${pounds(toBeAgreed)} to be agreed, ${pounds(agreed)} agreed, ${pounds(invoiced)} invoiced elsewhere, ${pounds(total)} in all`)
    return { document: { asAt: day, totals, charges: rows, uncharged }, lines: lines.length > 0 ? lines : ['Nothing is charged yet.'] }
  },
}

export const supportCommands: readonly Command[] = [packages, charges]
