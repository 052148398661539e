import type { MinutesComparison, MinutesContent } from '../../api/minutes.ts'
import { formatDate } from '../../domain/date-words.ts'
import { plainText } from '../../domain/rich-text.ts'
import { compareWords } from '../../domain/word-comparison.ts'

type Item = MinutesContent['items'][number]

/**
 * Two states of a meeting's minutes word by word: who was there, then item by item, by the item itself and not by its
 * number, so that an item that moved is not shown as taken out and put in. Items that are gone stand after those that are.
 */
export function compareMinutes(older: MinutesContent, newer: MinutesContent): MinutesComparison {
  const before = new Map(older.items.map((item) => [item.id, item]))
  const gone = older.items.filter(({ id }) => newer.items.every((item) => item.id !== id))
  return [
    compared('Meeting and attendance', openingText(older), openingText(newer)),
    ...newer.items.map((item) => compared(`${item.number} ${item.title}`, itemText(before.get(item.id), item), itemText(item, before.get(item.id) ?? item))),
    ...gone.map((item) => compared(`${item.number} ${item.title} (taken off)`, itemText(item, item), '')),
    compared('Other actions', older.otherActions.map(actionText).join('\n'), newer.otherActions.map(actionText).join('\n')),
  ].filter(({ pieces }) => pieces.length > 0)
}

function compared(heading: string, older: string, newer: string): MinutesComparison[number] {
  const pieces = compareWords(older, newer)
  return { heading, changed: pieces.some(({ kind }) => kind !== 'same'), pieces }
}

function openingText({ date, time, endedAt, place, attendance, declarations }: MinutesContent): string {
  return [
    [formatDate(date), time, endedAt, place].filter((words) => words !== '').join(', '),
    ...attendance.map((person) => [person.role, person.organisation, person.presence ?? 'not recorded', person.standsInFor, person.arrivedAt, person.leftAt].filter((words) => words !== '').join(', ')),
    ...declarations.map(({ role, interest, withdrew }) => `${role} declared: ${interest}${withdrew ? ' (withdrew)' : ''}`),
  ].join('\n')
}

/** The title is named only where it differs from the other's: it stands in the heading already. */
function itemText(item: Item | undefined, other: Item): string {
  if (!item) return ''
  return [
    ...(item.title === other.title ? [] : [item.title]),
    ...(item.presenter === '' ? [] : [`Presented by ${item.presenter}`]),
    ...(item.paragraph === null ? [] : [`Exempt: paragraph ${item.paragraph}. ${item.publicInterest}`.trim()]),
    plainText(item.document),
    ...(item.outcome === null ? [] : [`Outcome: ${item.outcome}`]),
    ...item.decisions.map(({ number, text, reasons }) => `Decision ${number}: ${text}${reasons === '' ? '' : ` Reasons: ${reasons}`}`),
    ...item.actions.map(actionText),
  ].join('\n')
}

function actionText({ number, text, owner, due }: Item['actions'][number]): string {
  return `Action ${number}: ${text} Owner: ${owner}. Due: ${formatDate(due)}.`
}
