import type { MinutesProposal, ProposedAttendee } from '../api/past-meetings.ts'
import { datesIn, onlyDateIn, timesIn } from '../domain/written-dates.ts'
import { attendanceRows } from './minutes-tables.ts'
import type { WordBlock, WordParagraph } from './word-text.ts'

/** A body by every name that it goes by. */
export interface KnownBody {
  readonly id: string
  readonly names: readonly string[]
}

/** What stands before the first item. */
export interface Front extends Pick<MinutesProposal, 'bodyId' | 'date' | 'time' | 'endedAt' | 'place' | 'attendance'> {
  /** What was not understood: it is proposed as an item, so that nothing of a file is lost unseen. */
  readonly rest: readonly WordBlock[]
}

const PLACE = /^(?:venue|place|location|held at)\s*[:–-]\s*(.+)$/isu
const KEYED = /^(?:date(?: and time)?|time|meeting|meeting of|body|committee|subject)\s*[:–-]\s*\S/iu
const HELD_ON = /^Held on\b/iu
const DRAFT = /^draft\b.{0,80}$/iu
const GROUPS = [
  { presence: 'apologies', lead: /^apologies(?: for absence)?(?: (?:were )?received(?: from)?)?\s*(?:[:–-]\s*|$)/iu },
  { presence: 'inAttendance', lead: /^(?:in attendance|also (?:present|in attendance)|officers(?: present| in attendance)?|observers)\s*(?:[:–-]\s*|$)/iu },
  { presence: 'absent', lead: /^absent\s*(?:[:–-]\s*|$)/iu },
  { presence: 'present', lead: /^(?:present|members present|attendees|attendance|those present)\s*(?:[:–-]\s*|$)/iu },
] as const

type Presence = (typeof GROUPS)[number]['presence']

/** How a line or heading says that names follow it, and the names that it holds itself. */
export function attendanceLead(text: string): { presence: Presence; names: string } | null {
  const group = GROUPS.find(({ lead }) => lead.test(text))
  return group ? { presence: group.presence, names: text.replace(group.lead, '').trim() } : null
}

/** Reads body, date, place and attendance out of the blocks before the first item. */
export function readFront(blocks: readonly WordBlock[], bodies: readonly KnownBody[]): Front {
  const lines = blocks.flatMap(linesOf)
  const attendance: ProposedAttendee[] = []
  const rest: WordBlock[] = []
  let group: Presence | null = null
  for (const [at, block] of blocks.entries()) {
    if (block.kind === 'table') {
      const people = attendanceRows(block)
      const keyed = people === null && linesOf(block).every((line) => isFact(line, bodies) || attendanceLead(line) !== null)
      for (const line of keyed ? linesOf(block) : []) attendance.push(...namesAfter(line))
      attendance.push(...(people ?? []))
      if (people === null && !keyed) rest.push(block)
      continue
    }
    const lead = attendanceLead(block.text)
    if (lead) {
      group = lead.presence
      attendance.push(...namesOf(lead.names, lead.presence))
    } else if (block.caption || (at === 0 && block.heading !== null) || isFact(block.text, bodies)) {
      continue
    } else if (group !== null && isName(block)) attendance.push(personOf(block.text, group))
    else rest.push(block)
  }
  return { ...factsOf(lines, bodies), attendance, rest }
}

function linesOf(block: WordBlock): string[] {
  if (block.kind === 'paragraph') return [block.text]
  return block.rows.map((cells) => cells.map((paragraphs) => paragraphs.map(({ text }) => text).join('; ')).filter((text) => text !== '').join(': '))
}

function namesAfter(line: string): ProposedAttendee[] {
  const lead = attendanceLead(line)
  return lead ? namesOf(lead.names.replace(/^:\s*/u, ''), lead.presence) : []
}

function isName({ text, list }: WordParagraph): boolean {
  return text.length <= 120 && (list !== null || !/[.!?]$/u.test(text))
}

/** A line that only says which meeting this is. */
function isFact(text: string, bodies: readonly KnownBody[]): boolean {
  if (text.length > 200) return false
  if (HELD_ON.test(text) || DRAFT.test(text) || KEYED.test(text) || PLACE.test(text)) return true
  const bare = text.replace(/[^\p{L}\p{N} ]/gu, '').trim()
  return /^(?:confirmed |draft )?(?:minutes|notes)\b/iu.test(bare) || bodyIn(text, bodies) !== null || (datesIn(text).length === 1 && bare.split(' ').length <= 6)
}

function factsOf(lines: readonly string[], bodies: readonly KnownBody[]): Omit<Front, 'attendance' | 'rest'> {
  const dated = [...lines.filter((line) => HELD_ON.test(line)), ...lines.filter((line) => /^date\b/iu.test(line)), ...lines.filter((line) => /\b(?:held|meeting|minutes|notes)\b/iu.test(line)), ...lines]
  const timed = lines.filter((line) => HELD_ON.test(line) || /^(?:date and )?time\b/iu.test(line) || datesIn(line).length > 0)
  const [time = '', endedAt = ''] = timed.map(timesIn).find((times) => times.length > 0) ?? []
  return {
    bodyId: bodyIn(lines.join('\n'), bodies),
    date: dated.map(onlyDateIn).find((date) => date !== null) ?? null,
    time,
    endedAt,
    place: lines.map(placeIn).find((place) => place !== '') ?? '',
  }
}

function placeIn(line: string): string {
  const [, place = ''] = PLACE.exec(line) ?? (HELD_ON.test(line) ? /\d{4}(?:, from [\d:]+(?: to [\d:]+)?)?(?:,| (?:at|in)) (?!\d)(.+?)\.?$/u.exec(line) : null) ?? []
  return place === 'place not recorded' ? '' : place.trim()
}

/** The body with the longest name that the text holds. */
function bodyIn(text: string, bodies: readonly KnownBody[]): string | null {
  const words = text.toLowerCase()
  const named = bodies.flatMap(({ id, names }) => names.map((name) => ({ id, name: name.toLowerCase() }))).filter(({ name }) => name.length > 3 && words.includes(name))
  return named.sort((a, b) => b.name.length - a.name.length)[0]?.id ?? null
}

/** People of one line: parted by semicolons or lines, else by commas. */
function namesOf(text: string, presence: Presence): ProposedAttendee[] {
  const parts = /[;\n]/u.test(text) ? text.split(/[;\n]/u) : text.split(/,(?![^()]*\))|\band\b/u)
  return parts
    .map((part) => part.replace(/^[\s,–-]+|[\s,.–-]+$/gu, ''))
    .filter((part) => part !== '' && !/^none$/iu.test(part))
    .map((part) => personOf(part, presence))
}

/** What follows a comma or stands in brackets is where a person is from; "(chair)" stays with the role. */
function personOf(words: string, presence: Presence): ProposedAttendee {
  const [, role = words, organisation = ''] = /^([^(,]+?(?:\s*\(chair[^()]*\))?)(?:,\s*|\s+\((?!chair))([^()]+?)\)?$/iu.exec(words) ?? []
  return { role, organisation, presence, standsInFor: '', arrivedAt: '', leftAt: '' }
}
