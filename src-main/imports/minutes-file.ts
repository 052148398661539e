import type { MinutesProposal, ProposedAction, ProposedItem } from '../api/past-meetings.ts'
import { attendanceLead, readFront, type KnownBody } from './minutes-front.ts'
import { itemOf, type ReadItem } from './minutes-item.ts'
import { sectionsOf, type Section } from './minutes-sections.ts'
import { readWordText, type WordBlock, type WordText } from './word-text.ts'

export type { KnownBody } from './minutes-front.ts'

/** Where things stand that belong to no item which could be recognised. */
const LOOSE_TITLE = 'Before the first item'
const ONE_ITEM = 'Minutes'
const ACTION_SECTION = /^(?:summary of )?actions?(?: (?:log|points?|list|summary|table|agreed|arising).*)?$/iu
const SIGNATURE = /^(?:These minutes were agreed as a correct record at the meeting of the .*|Signed\b.{0,80}|(?:chair(?:man|person)?|date)\s*:?[\s._…-]*)$/isu

/**
 * Reads a Word file of minutes and proposes what it says; nothing is decided here, and what was not understood is proposed
 * as text. Refuses, in words, what is no Word file that can be read.
 *
 * @param bodies those of the workspace, to tell whose meeting it was
 */
export async function readMinutesFile(bytes: Buffer, bodies: readonly KnownBody[]): Promise<MinutesProposal> {
  return proposeMinutes(await readWordText(bytes), bodies)
}

/** What minutes say, proposed: see `readMinutesFile`. */
export function proposeMinutes(text: WordText, bodies: readonly KnownBody[]): MinutesProposal {
  const { front, sections } = sectionsOf(text.blocks)
  const people = peopleSections(sections)
  const { rest, ...facts } = readFront([...front, ...people.flatMap(({ heading, blocks }) => [heading, ...blocks])], bodies)
  const { body, signature } = withoutSignature(sections.slice(people.length))
  const read = [...(rest.length === 0 ? [] : [itemOf({ title: body.length === 0 ? ONE_ITEM : LOOSE_TITLE, blocks: rest })]), ...body.map(itemOf)]
  const { items, otherActions } = placedActions(read)
  return { ...facts, items, otherActions, notes: notesOf(text, { loose: rest.length > 0, items: items.length, signature, tables: read.some(({ tables }) => tables > 0) }) }
}

/** Headings that only lead to names stand with the front, as far as they follow one another from the beginning. */
function peopleSections(sections: readonly Section[]): Section[] {
  const end = sections.findIndex(({ title, number }) => number !== null || attendanceLead(title)?.names !== '')
  return sections.slice(0, end === -1 ? sections.length : end)
}

/** Lines for a signature, and the sentence by which minutes were agreed, are no part of what was said at the meeting. */
function withoutSignature(sections: readonly Section[]): { body: Section[]; signature: boolean } {
  const last = sections.at(-1)
  if (!last) return { body: [], signature: false }
  const isSignature = (block: WordBlock) => block.kind === 'paragraph' && SIGNATURE.test(block.text)
  const blocks = last.blocks.filter((block) => !isSignature(block))
  return { body: [...sections.slice(0, -1), { ...last, blocks }], signature: blocks.length < last.blocks.length }
}

function sameText(one: ProposedAction, other: ProposedAction): boolean {
  const bare = ({ text }: ProposedAction) => text.toLowerCase().replace(/[^\p{L}\p{N}]/gu, '')
  return bare(one) === bare(other)
}

/**
 * Actions of tables go where they belong: to the action that an item's own line already proposes, to the item that the row
 * names, to the item in which the table stands, or, from a table at the end, to the meeting.
 */
function placedActions(read: readonly ReadItem[]): { items: ProposedItem[]; otherActions: ProposedAction[] } {
  const items = read.map(({ item }) => ({ ...item, actions: [...item.actions] }))
  const otherActions: ProposedAction[] = []
  for (const [at, { item, rows }] of read.entries()) {
    const summary = at === read.length - 1 || ACTION_SECTION.test(item.title)
    for (const { action, item: named } of rows) {
      const home = items.find(({ actions }) => actions.some((each) => sameText(each, action)))
      const known = home?.actions.find((each) => sameText(each, action))
      if (home && known) home.actions = home.actions.map((each) => (each === known ? filled(known, action) : each))
      else (items[itemNamed(items, named) ?? -1]?.actions ?? (summary ? otherActions : items[at]?.actions) ?? otherActions).push(action)
    }
  }
  const says = (item: ProposedItem) => item.document.content.some((block) => block.type !== 'paragraph' || (block.content?.length ?? 0) > 0)
  return { items: items.filter((item) => !ACTION_SECTION.test(item.title) || says(item) || item.decisions.length + item.actions.length > 0), otherActions }
}

function filled(known: ProposedAction, row: ProposedAction): ProposedAction {
  return { text: known.text, owner: known.owner || row.owner, due: known.due ?? row.due, dueWords: known.due === null && row.due === null ? known.dueWords || row.dueWords : '' }
}

/** The item that a row names, by its title or by its number. */
function itemNamed(items: readonly ProposedItem[], words: string): number | null {
  const wanted = words.trim().toLowerCase()
  if (wanted === '') return null
  const byTitle = items.findIndex(({ title }) => title.toLowerCase() === wanted)
  const number = /^(?:item\s+)?(\d{1,2})(?:\.\d+)*\.?$/u.exec(wanted)?.[1]
  if (byTitle !== -1) return byTitle
  return number !== undefined && Number(number) >= 1 && Number(number) <= items.length ? Number(number) - 1 : null
}

function notesOf({ trackedChanges, comments, pictures }: WordText, seen: { loose: boolean; items: number; signature: boolean; tables: boolean }): string[] {
  return [
    ...(trackedChanges ? ['The file has tracked changes that nobody has accepted or rejected. The text is taken as if they were all accepted: what was put in is here, what was struck out is not.'] : []),
    ...(comments ? ['The file has comments in its margin. They are not taken; they stay in the file, which is kept.'] : []),
    ...(pictures ? ['The file has pictures or other objects. They are not taken; they stay in the file, which is kept.'] : []),
    ...(seen.tables ? ['A table that is no table of actions or attendance is taken as lines of text, a row a line.'] : []),
    ...(seen.loose && seen.items > 1 ? [`Some of what stands before the first item was not understood. It is proposed as an item of its own, “${LOOSE_TITLE}”.`] : []),
    ...(seen.signature ? ['The lines at the end about agreement and signature are not taken: record these on the page of the minutes.'] : []),
    ...(seen.items === 0 ? ['No items were recognised in this file. It may hold pictures of pages, which cannot be read.'] : []),
  ]
}
