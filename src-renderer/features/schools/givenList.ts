import { EXEMPT_SENTENCE } from '../../../src-main/api/exports.ts'
import { caveatOf } from '../../ui/listColumns.ts'
import type { UiSelection } from '../../ui/shapes.ts'
import { filterWords } from './filterWords.ts'
import type { ListAddress } from './listAddress.ts'
import type { SchoolColumn } from './schoolColumns.ts'

/** Schools that are selected, and whether any of them was chosen out of a list that a judgement had narrowed. */
export interface ChosenSchools {
  selection: UiSelection
  judged: boolean
}

/** Whether a selection that becomes `next` was chosen by a judgement: it stays so, whatever filters come later, until it is empty. */
export function isJudged(before: boolean, next: UiSelection, { requiresPackage }: ListAddress): boolean {
  return (next.all || next.keys.size > 0) && (before || requiresPackage)
}

/** How a list that is given on was come by. Schools chosen one by one stay chosen under other filters, so no filter is said of them. */
export function howChosen(address: ListAddress, chosen?: ChosenSchools, since = ''): string[] {
  if (!chosen) return filterWords(address, since)
  return chosen.selection.all ? ['Selected by hand', ...filterWords(address, since)] : ['Selected by hand']
}

/** What a list of named schools must say where it goes: nothing, unless it tells, or was narrowed by, a judgement of them (Schedule 12A). */
export function saidAbove({ requiresPackage }: ListAddress, columns: readonly SchoolColumn[], chosen?: ChosenSchools): string | null {
  return requiresPackage || chosen?.judged ? EXEMPT_SENTENCE : caveatOf(columns)
}
