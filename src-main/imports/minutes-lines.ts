import type { ProposedAction } from '../api/past-meetings.ts'
import { datesIn, onlyDateIn } from '../domain/written-dates.ts'

export interface ProposedDecision {
  readonly text: string
  readonly reasons: string
}

const NUMBER = String.raw`(?:\(?\d+(?:\.\d+)*\)?[.)]?\s+)?`
const REFERENCE = String.raw`(?:\s+(?:no\.?\s*)?[A-Z0-9/ .-]*\d)?`
const LED_DECISION = new RegExp(String.raw`^${NUMBER}decisions?${REFERENCE}\s*[:–—-]\s*(.*)$`, 'isu')
const LED_RESOLVED = new RegExp(String.raw`^${NUMBER}(?:it was\s+)?(?:unanimously\s+)?(?:DECIDED|RESOLVED|AGREED|Decided|Resolved|Agreed)(?:\s*[:–—-]\s*|\s+(?=(?:that|to)\b)|$)(.*)$`, 'su')
const SAID_IN_CAPITALS = /\b(?:DECIDED|RESOLVED|AGREED)\b[:,]?\s+(?:that\s+)?(.+)$/su
const SAID = /\b(?:it was|members|we|the [\p{L}’' -]{2,60}?)\s+(?:unanimously\s+)?(?:decided|resolved|agreed)\s+that\s+(.+)$/isu
/** A minute by which minutes are agreed is no decision of the register. */
const RECORD = /\b(?:correct|accurate|true)\s+record\b/iu

/** A paragraph that records a decision: alone, or within what was said; null where it records none. */
export function decisionIn(text: string): { alone: boolean; decision: ProposedDecision } | null {
  if (RECORD.test(text)) return null
  const led = LED_DECISION.exec(text) ?? LED_RESOLVED.exec(text)
  if (led) return { alone: true, decision: withReasons(led[1] ?? '') }
  const said = SAID_IN_CAPITALS.exec(text) ?? SAID.exec(text)
  return said ? { alone: false, decision: withReasons(`That ${firstSentence(said[1] ?? '')}`) } : null
}

function withReasons(words: string): ProposedDecision {
  const [text = '', ...reasons] = words.split(/\s+Reasons?(?: for (?:the )?decisions?)?:\s+/iu)
  return { text: capitalised(text.trim()), reasons: reasons.join(' ').trim() }
}

function firstSentence(text: string): string {
  return /^.*?[.!?](?=\s+\p{Lu}|$)/su.exec(text)?.[0] ?? text
}

function capitalised(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1)
}

const LED_ACTION = new RegExp(String.raw`^${NUMBER}actions?${REFERENCE}\s*(?:\(([^()]{1,80})\))?\s*[:–—-]\s*(.*)$`, 'isu')
const OWNER_AND_DUE = /^(.*?)\s*\bOwner:\s*(.+?)\.?(?:\s+Due:\s*(.+?)\.?)?$/isu
const IN_BRACKETS = /^(.*?)\s*[([]([^()[\]]{2,100})[)\]]\.?$/su
const WHO_IS_TO = /^((?:the\s+)?\p{Lu}[\p{L}’'&/ -]{1,58}?)\s+(?:to|will)\s+\p{Ll}/u

/** A paragraph that records an action ("Action: …", "ACTION (Provider director): …"); null where it records none. */
export function actionIn(line: string): ProposedAction | null {
  const found = LED_ACTION.exec(line.replace(/^\[(.*)\]$/su, '$1'))
  return found && actionOf(found[2]?.trim() ?? '', found[1]?.trim())
}

/** An action as its words say it: who is to do it, and by when, where they can be read; the date is never guessed. */
export function actionOf(words: string, who = ''): ProposedAction {
  const [, text, owner = '', due = ''] = OWNER_AND_DUE.exec(words) ?? []
  if (text !== undefined) return { text: text.trim(), owner: owner.trim(), ...dueOf(due) }
  const [, before, inside = ''] = IN_BRACKETS.exec(words) ?? []
  if (before !== undefined && datesIn(inside).length > 0) {
    const [first = '', ...others] = inside.split(/\s*[,;–]\s*|\s+by\s+/u)
    return { text: before.trim(), owner: who || (datesIn(first).length > 0 ? ownerOf(before) : first.trim()), ...dueOf(others.join(', ') || first) }
  }
  return { text: words, owner: who || ownerOf(words), due: onlyDateIn(words), dueWords: '' }
}

function ownerOf(words: string): string {
  return (WHO_IS_TO.exec(words)?.[1] ?? '').replace(/^the\s+/iu, '').trim()
}

/** A due date from a cell or the end of a line; what is no date stays beside the box in which it is asked for. */
export function dueOf(words: string): Pick<ProposedAction, 'due' | 'dueWords'> {
  const due = onlyDateIn(words)
  return { due, dueWords: due === null ? words.trim() : '' }
}
