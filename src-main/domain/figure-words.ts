import type { SchoolGroup } from '../api/base.ts'
import type { ExplainedFigure, Figure } from '../api/figures.ts'
import type { ContactKind } from '../api/settings.ts'
import { formatDate } from './date-words.ts'

/** Words of the workspace that explanations use. */
export interface FigureWords {
  /** Who makes the visits, as in "Birmingham Education Partnership". */
  provider: string
}

/** A figure's name and how it was counted, in plain words with the choices it was counted with (DOMAIN.md, "Figure"). */
export function explain(figure: Figure, words: FigureWords): Pick<ExplainedFigure, 'title' | 'howCounted'> {
  return { title: titleOf(figure), howCounted: howCounted(figure, words) }
}

/** The figure with its words: what the api answers. */
export function explained(figure: Figure, words: FigureWords): ExplainedFigure {
  return { ...figure, ...explain(figure, words) }
}

function titleOf({ id, group, settings }: Figure): string {
  switch (id) {
    case 'visited':
      return `${schoolsOf(group)} visited`
    case 'dsgCoverage':
      return settings.dsgMethod === 'meanAttendance' ? `Mean attendance of ${schoolsOf(group).toLowerCase()} at District Strategy Groups` : `${schoolsOf(group)} reached by District Strategy Groups`
    case 'dsgRounds':
      return 'Rounds of District Strategy Groups held'
    case 'dsgMeetings':
      return 'District Strategy Group meetings held'
    case 'packagesRequired':
      return `${schoolsOf(group)} requiring packages`
  }
}

function howCounted(figure: Figure, words: FigureWords): string {
  const open = `${schoolsOf(figure.group)} open on ${formatDate(figure.asAt)}`
  const since = `since ${formatDate(figure.from)}`
  switch (figure.id) {
    case 'visited':
      return sentences(
        `${open} with at least one completed visit by ${words.provider} that counts, ${contactWords(figure.settings.contactKinds)}, ${since}`,
        carriedOver(figure, 'Visits'),
        phasesWords(figure),
      )
    case 'dsgCoverage':
      if (figure.settings.dsgMethod === 'districtMet') return sentences(`${open} in a district whose District Strategy Group has met ${since}`, phasesWords(figure))
      if (figure.settings.dsgMethod === 'meanAttendance') {
        return sentences(
          `Places taken at District Strategy Group meetings held ${since}, out of one place a meeting for each of the ${schoolsOf(figure.group).toLowerCase()} open on ${formatDate(figure.asAt)} that was a member of the group that day: in its district or put into it, and not taken out`,
          carriedOver(figure, 'Attendance'),
          phasesWords(figure),
        )
      }
      return sentences(
        `${open} that attended at least one District Strategy Group meeting held ${since}`,
        carriedOver(figure, 'Attendance'),
        phasesWords(figure),
      )
    case 'dsgRounds':
      return sentences(`The largest number of meetings that any one District Strategy Group held ${spanWords(figure)}`)
    case 'dsgMeetings':
      return sentences(`District Strategy Group meetings held ${spanWords(figure)}, each group and date once`)
    case 'packagesRequired':
      return sentences(
        `${open} whose latest need judgement, dated on or before that day, says that a support package is required`,
        carriedOver(figure, 'Judgements'),
        phasesWords(figure),
      )
  }
}

function schoolsOf(group: SchoolGroup | null): string {
  return group === 'academy' ? 'Academies' : 'Maintained schools'
}

function spanWords({ from, asAt }: Figure): string {
  return `from ${formatDate(from)} to ${formatDate(asAt)}`
}

function carriedOver({ settings }: Figure, what: 'Visits' | 'Attendance' | 'Judgements'): string {
  const [made, count, doNot] = what === 'Attendance' ? ['', 'counts', 'does not count'] : [' made', 'count', 'do not count']
  return `${what}${made} before a conversion ${settings.carryOver ? count : doNot} for the successor`
}

function phasesWords({ settings }: Figure): string | null {
  const phases = [...new Set(settings.phasesLeftOut)]
  return phases.length === 0 ? null : `Phases left out: ${listWords(phases, 'and')}`
}

const CONTACT: Record<ContactKind, string> = {
  visit: 'in person',
  telephone: 'by telephone',
  virtual: 'by video',
  meeting: 'at a meeting',
}

function contactWords(kinds: readonly ContactKind[]): string {
  const chosen = new Set(kinds)
  const inOrder = (['visit', 'telephone', 'virtual', 'meeting'] as const).filter((kind) => chosen.has(kind))
  return listWords(inOrder.map((kind) => CONTACT[kind]), 'or')
}

/** "a, b and c" */
function listWords(words: readonly string[], last: 'and' | 'or'): string {
  if (words.length < 2) return words.join('')
  return `${words.slice(0, -1).join(', ')} ${last} ${words.at(-1) ?? ''}`
}

function sentences(...parts: (string | null)[]): string {
  return parts.flatMap((part) => (part === null ? [] : [`${part}.`])).join(' ')
}
