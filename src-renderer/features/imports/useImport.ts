import { computed, reactive, shallowRef, type Ref } from 'vue'
import { matchedByHand, type ColumnMatch, type ImportColumns, type ImportKind, type ImportOutcome } from '../../../src-main/api/imports.ts'
import { api } from '../../client/api.ts'
import type { ChosenFile } from '../../client/files.ts'
import { announceChange, queryClient } from '../../client/query.ts'
import { codeOf, sentenceOf } from '../../client/refusal.ts'
import { doneSentence, timeLeft } from './importWords.ts'

/** Where an import stands. What was shown before work began stays, so that a cancelled or refused step loses nothing. */
export type ImportStage =
  | { at: 'choose' }
  | { at: 'reading'; progress: Progress }
  | { at: 'match'; columns: ImportColumns; match: ColumnMatch }
  | { at: 'preview'; outcome: ImportOutcome }
  | { at: 'applying'; outcome: ImportOutcome; progress: Progress }
  | { at: 'done'; outcome: ImportOutcome }

export interface Progress {
  words: string
  done: number
  total: number | null
  timeLeft?: string
}

type Steps = AsyncIterable<{ step: 'progress'; words: string; done: number; total: number | null } | { step: 'done'; result: ImportOutcome }>

/** What goes with the file: only one authority's records, the date that the file describes, the sheet of a workbook, its columns. */
export interface ImportChoices {
  la: string
  date: string | null
  sheet: string | null
  columns: ColumnMatch | null
}

/** Refusals that an officer mends by saying which column is which. */
const NOT_KNOWN_BY_NAME = new Set(['no-urn-column', 'missing-column', 'no-such-column'])

/** One import from the file to the undo bar: choose, read, look, apply. Nothing is written before `apply`. */
export function useImport(kind: Ref<ImportKind>) {
  const stage = shallowRef<ImportStage>({ at: 'choose' })
  const refusal = shallowRef<string>()
  const refused = shallowRef<string>()
  const chosen = shallowRef<ChosenFile | null>(null)
  const choices = reactive<ImportChoices>({ la: '', date: null, sheet: null, columns: null })
  let work = new AbortController()

  const question = (file: File) => ({
    kind: kind.value,
    file,
    ...(choices.la.trim() !== '' && { la: choices.la.trim() }),
    ...(choices.date !== null && { date: choices.date }),
    ...(choices.sheet !== null && { sheet: choices.sheet }),
    ...(choices.columns !== null && { columns: choices.columns }),
  })

  async function read(picked: ChosenFile | null) {
    if (picked === null) return
    chosen.value = picked
    Object.assign(choices, { sheet: null, columns: null })
    await look(picked.file, { at: 'choose' })
  }

  /** Looks at another sheet of the same workbook. Refused, the sheet before is in sight again. */
  async function readSheet(sheet: string) {
    const [shown, before] = [stage.value, { sheet: choices.sheet, columns: choices.columns }]
    if (chosen.value === null) return
    Object.assign(choices, { sheet, columns: null })
    if (!(await look(chosen.value.file, shown))) Object.assign(choices, before)
  }

  /** Looks at the file with its columns as the officer says. Refused, what was chosen is in sight again. */
  async function readMatched(match: ColumnMatch) {
    const shown = stage.value
    if (shown.at !== 'match' || chosen.value === null) return
    choices.columns = match
    await look(chosen.value.file, { ...shown, match })
  }

  /** From a preview back to its columns. */
  async function changeMatch() {
    const shown = stage.value
    if (shown.at === 'preview') await ask(shown.outcome.columns, shown)
  }

  async function look(file: File, before: ImportStage): Promise<boolean> {
    const ended = await through(
      (signal) => api.imports.preview(question(file), { signal }),
      (progress) => ({ at: 'reading', progress }),
      (outcome) => (stage.value = { at: 'preview', outcome }),
      before,
    )
    if (ended || choices.columns !== null || !NOT_KNOWN_BY_NAME.has(refused.value ?? '') || !matchedByHand.has(kind.value)) return ended
    return ask(null, before)
  }

  /** Asks which column is which, beginning with a match or with the likeliest. */
  async function ask(match: ColumnMatch | null, before: ImportStage): Promise<boolean> {
    const picked = chosen.value
    if (picked === null) return false
    try {
      const columns = await api.imports.columns({ kind: kind.value, file: picked.file, ...(choices.sheet !== null && { sheet: choices.sheet }) })
      refusal.value = undefined
      stage.value = { at: 'match', columns, match: match ?? columns.proposed }
      return true
    } catch (error) {
      stage.value = before
      refusal.value = sentenceOf(error)
      return false
    }
  }

  async function apply() {
    const shown = stage.value
    const picked = chosen.value
    if (shown.at !== 'preview' || picked === null) return
    await through(
      (signal) => api.imports.apply({ ...question(picked.file), digest: shown.outcome.digest }, { signal }),
      (progress) => ({ at: 'applying', outcome: shown.outcome, progress }),
      (outcome) => {
        stage.value = { at: 'done', outcome }
        if (outcome.transactionId !== null) announceChange({ transactionId: outcome.transactionId, sentence: doneSentence(outcome) })
        void queryClient.invalidateQueries()
      },
      shown,
    )
  }

  /** Follows the steps of long work to its end; cancelled or refused, everything is again as it was before. Answers whether it ended. */
  async function through(
    begin: (signal: AbortSignal) => Promise<Steps>,
    underWay: (progress: Progress) => ImportStage,
    finish: (outcome: ImportOutcome) => void,
    before: ImportStage,
  ): Promise<boolean> {
    work.abort()
    const mine = (work = new AbortController())
    const since = performance.now()
    refusal.value = undefined
    refused.value = undefined
    stage.value = underWay({ words: 'Reading the file', done: 0, total: null })
    try {
      for await (const step of await begin(mine.signal)) {
        if (mine.signal.aborted) return false
        if (step.step === 'done') finish(step.result)
        else stage.value = underWay(progressOf(step, performance.now() - since))
      }
      return true
    } catch (error) {
      if (work !== mine) return false
      stage.value = before
      refused.value = mine.signal.aborted ? undefined : codeOf(error)
      if (!mine.signal.aborted) refusal.value = sentenceOf(error)
      return false
    }
  }

  function cancel() {
    work.abort()
    const now = stage.value
    stage.value = now.at === 'applying' ? { at: 'preview', outcome: now.outcome } : { at: 'choose' }
  }

  function again() {
    work.abort()
    chosen.value = null
    refusal.value = undefined
    stage.value = { at: 'choose' }
  }

  return { stage, refusal, chosen: computed(() => chosen.value?.name ?? null), choices, read, readSheet, readMatched, changeMatch, apply, cancel, again }
}

function progressOf(step: { words: string; done: number; total: number | null }, elapsed: number): Progress {
  const left = timeLeft(step.done, step.total, elapsed)
  return { words: step.words, done: step.done, total: step.total, ...(left !== undefined && { timeLeft: left }) }
}
