import { latestValue, valueOn } from './dated-facts.ts'
import { formatDate } from './date-words.ts'
import { joinedName, foldWords } from './fold-words.ts'
import { countText, numberWords } from './number-words.ts'
import { isClosedWithoutDate } from './open-on.ts'
import { form, page, type Finding, type Look, type QualityRecord } from './quality-facts.ts'
import { stepBack } from './school-line.ts'

/** What is odd in the register itself. Each rule answers its findings; none knows of another. */

/** A school that counts in the statistics and is of no district is counted in no District Strategy Group. */
export function openWithoutDistrict({ open, today, groupOfType }: Look): Finding[] {
  return open
    .filter(({ types, districts }) => groupOfType(valueOn(types, today) ?? '') !== 'neither' && !valueOn(districts, today))
    .map((record) => ({
      ...of(record, 'openWithoutDistrict'),
      message: `${record.name} is open and has no district.`,
      facts: '',
      fix: form('district', 'Set the district'),
    }))
}

/** Two open schools of one authority with one name, whatever the spaces: one may be the other's old record, or a slip. */
export function duplicateName({ open }: Look): Finding[] {
  const named = Map.groupBy(open, ({ name, laCode }) => `${laCode ?? ''} ${joinedName(name)}`)
  return [...named.values()].flatMap((records) => {
    const [first] = records
    if (!first || records.length < 2) return []
    const urns = records.map(({ urn }) => urn).sort()
    return {
      rule: 'duplicateName' as const,
      subject: urns.join(' '),
      urn: first.urn,
      name: first.name,
      message: `${capital(numberWords(records.length))} open schools are called ${first.name}: URNs ${urns.slice(0, -1).join(', ')} and ${urns.at(-1) ?? ''}.`,
      facts: records.map(({ name }) => name).sort().join('\n'),
      fix: page('See them in the list', `/schools?search=${encodeURIComponent(first.name)}`),
    }
  })
}

export function closedWithoutDate({ records }: Look): Finding[] {
  return records.filter(isClosedWithoutDate).map((record) => ({
    ...of(record, 'closedWithoutDate'),
    message: `${record.name} is closed and has no close date, so it counts as open on no date.`,
    facts: '',
    fix: page('Import a later register', '/schools/import?kind=register'),
  }))
}

export function datesReversed({ records }: Look): Finding[] {
  return records.flatMap((record) => {
    const { openDate, closeDate } = record
    if (openDate === null || closeDate === null || openDate <= closeDate) return []
    return {
      ...of(record, 'datesReversed'),
      message: `${record.name} closed on ${formatDate(closeDate)}, before it opened on ${formatDate(openDate)}.`,
      facts: `${openDate} ${closeDate}`,
      fix: page('Open the school', `/schools/${record.urn}`),
    }
  })
}

/** The dates decide whether a school counts as open; where the status says otherwise one of the two is wrong. */
export function statusAgainstDates({ records, today }: Look): Finding[] {
  return records.flatMap((record) => {
    const { name, openDate, closeDate } = record
    const status = foldWords(latestValue(record.statuses) ?? '')
    let message: string | null = null
    if (status.startsWith('open') && closeDate !== null && closeDate < today) message = `${name} is open by its status and closed on ${formatDate(closeDate)} by its close date.`
    else if (status === 'closed' && closeDate !== null && closeDate > today) message = `${name} is closed by its status, and its close date ${formatDate(closeDate)} is still to come.`
    else if (status === 'proposed to open' && openDate !== null && openDate <= today) message = `${name} is still proposed to open, and its open date ${formatDate(openDate)} has come.`
    if (message === null) return []
    return { ...of(record, 'statusAgainstDates'), message, facts: `${status} ${openDate ?? ''} ${closeDate ?? ''}`, fix: page('Import a later register', '/schools/import?kind=register') }
  })
}

/** A line breaks where the register does not hold the next record of it. */
export function linkMissing({ links, byUrn }: Look): Finding[] {
  const found = new Map<string, Finding>()
  for (const link of links) {
    const step = stepBack(link)
    if (!step || byUrn.has(step.urn) === byUrn.has(step.before)) continue
    const missingIsBefore = byUrn.has(step.urn)
    const [held, missing] = missingIsBefore ? [byUrn.get(step.urn), step.before] : [byUrn.get(step.before), step.urn]
    if (!held) continue
    const subject = `${held.urn} ${missing}`
    found.set(subject, {
      rule: 'linkMissing',
      subject,
      urn: held.urn,
      name: held.name,
      message: `The ${missingIsBefore ? 'predecessor' : 'successor'} of ${held.name}, URN ${missing}, is not in the register, so its line breaks there.`,
      facts: '',
      fix: page('Import a register that holds it', '/schools/import?kind=register'),
    })
  }
  return [...found.values()]
}

/** A type whose type group nobody has said is in neither group, whatever it is. */
export function unknownType({ open, today, typeGroupOf }: Look): Finding[] {
  const ofType = Map.groupBy(open, ({ types }) => valueOn(types, today) ?? '')
  return [...ofType].flatMap(([type, records]) => {
    const [first] = records
    if (type === '' || !first || typeGroupOf(type)) return []
    const others = records.length - 1
    return {
      rule: 'unknownType' as const,
      subject: foldWords(type),
      urn: first.urn,
      name: first.name,
      message: `“${type}”, the type of ${first.name}${others === 0 ? '' : ` and ${countText(others)} more`}, has no type group, so ${others === 0 ? 'the school counts' : 'these schools count'} in neither group.`,
      facts: '',
      fix: page('Import a register with type groups', '/schools/import?kind=register'),
    }
  })
}

/** The part of a finding that says which record it is about. */
export function of<Rule extends Finding['rule']>({ urn, name }: QualityRecord, rule: Rule) {
  return { rule, subject: urn, urn, name }
}

export function capital(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1)
}
