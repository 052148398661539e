import type { StoryEvent } from '../../api/schools.ts'
import { foldWords } from '../../domain/fold-words.ts'
import type { StoredFact } from './queries.ts'

const TITLES = { type: 'Type of establishment', status: 'Status', district: 'District' } as const

type Told = Pick<StoryEvent, 'date' | 'kind' | 'title' | 'detail'>

/**
 * What the dated facts of one record tell. The first known value is where the records begin, not something that happened
 * on that day; an inspection did happen. A trust whose name is only spelled otherwise is the same trust.
 */
export function factStory(facts: readonly StoredFact[]): Told[] {
  const told: Told[] = []
  const last = new Map<StoredFact['fact'], string>()
  for (const { fact, value, validFrom } of facts.toSorted((a, b) => (a.validFrom < b.validFrom ? -1 : 1))) {
    const before = last.get(fact)
    last.set(fact, value)
    if (fact === 'outcome') told.push(inspectionTold(validFrom, value))
    else if (before === undefined || foldWords(before) === foldWords(value)) continue
    else if (fact === 'trust') told.push({ date: validFrom, kind: 'fact', ...trustWords(before, value) })
    else told.push({ date: validFrom, kind: 'fact', title: TITLES[fact], detail: value })
  }
  return told
}

/** An inspection as the story tells it. */
export function inspectionTold(date: string, outcome: string): Told {
  return { date, kind: 'inspection', title: `Ofsted: ${outcome}`, detail: '' }
}

function trustWords(before: string, value: string): Pick<Told, 'title' | 'detail'> {
  if (value === '') return { title: `Left trust ${before}`, detail: '' }
  return { title: `Joined trust ${value}`, detail: before === '' ? '' : `Until then ${before}` }
}
