import type { School } from '../../api/schools.ts'
import { countText } from '../../domain/number-words.ts'
import { dateOption, noArguments, oneArgument, repeated, withWorkspace, type Arguments, type Command } from './command.ts'
import { readFilters, recordLine } from './school-filters.ts'

const STATUSES = ['Open', 'Open, but proposed to close', 'Proposed to open', 'Closed']

function dayOf(given: Arguments): { asAt?: string } {
  const asAt = dateOption(given, 'as-at')
  return asAt === undefined ? {} : { asAt }
}

const list: Command = {
  name: 'schools list',
  usage: '--workspace W [--as-at YYYY-MM-DD] [--filter key=value …]',
  options: { 'as-at': 'string', filter: 'strings' },
  async run(given) {
    noArguments(given)
    const day = dayOf(given)
    const asked = repeated(given, 'filter')
    readFilters(asked, null)
    const records = await withWorkspace(given, async (client) => {
      const facets = await client.schools.facets()
      const all = await client.schools.asAt({ ...day, filter: {} })
      const filter = readFilters(asked, {
        phases: distinct([...facets.phases.map(({ value }) => value), ...all.map(({ phase }) => phase)]),
        districts: distinct([...facets.districts.map(({ value }) => value), ...all.map(({ district }) => district)]),
        statuses: distinct([...STATUSES, ...all.map(({ status }) => status)]),
      })
      return asked.length === 0 ? all : client.schools.asAt({ ...day, filter })
    })
    return { document: records, lines: [...records.map(recordLine), `${countText(records.length)} ${records.length === 1 ? 'record' : 'records'}`] }
  },
}

function distinct(values: readonly (string | null)[]): string[] {
  return [...new Set(values)].flatMap((value) => (value ? [value] : []))
}

const show: Command = {
  name: 'schools show',
  usage: 'URN --workspace W [--as-at YYYY-MM-DD]',
  options: { 'as-at': 'string' },
  async run(given) {
    const urn = oneArgument(given, 'URN of six digits', /^\d{6}$/)
    const day = dayOf(given)
    const page = await withWorkspace(given, (client) => client.schools.get({ urn, ...day }))
    // The council's concern is exempt by default (Schedule 12A), and a command asks nobody whether to pass it on.
    const school = { ...page, story: page.story.filter(({ kind }) => kind !== 'concern') }
    return { document: school, lines: pageLines(school) }
  },
}

function pageLines(school: School): string[] {
  const { urn, dfeNumber, name, type, group, phase, status, openDate, closeDate, district, lastVisit, requiresPackage, line, facts, story } = school
  const facing = [
    ['DfE number', dfeNumber],
    ['Type', `${type} (${group ?? 'in neither group'})`],
    ['Phase', phase],
    ['Status', status],
    ['Opened', openDate],
    ['Closed', closeDate],
    ['District', district],
    ['Last visit', lastVisit],
    ['Requires a package', requiresPackage === null ? 'Not judged' : requiresPackage ? 'Yes' : 'No'],
  ] as const
  return [
    `${name}, URN ${urn}`,
    ...facing.map(([term, value]) => `  ${term}: ${value || 'Not recorded'}`),
    ...line.map((other) => `  ${other.relation === 'predecessor' ? 'Before' : 'After'}: ${other.name ?? 'Not in the register'}, URN ${other.urn}`),
    ...facts.map(({ fact, value, validFrom, validTo }) => `  ${fact} ${value}, from ${validFrom}${validTo === null ? '' : ` to ${validTo}`}`),
    ...story.map(({ date, title, detail }) => `  ${date} ${title}${detail === '' ? '' : `: ${detail}`}`),
  ]
}

export const schoolCommands: readonly Command[] = [list, show]
