import { computed, reactive, shallowRef, type Ref } from 'vue'
import type { ImportKind, ImportOutcome } from '../../../src-main/api/imports.ts'
import { api } from '../../client/api.ts'
import type { ChosenFile } from '../../client/files.ts'
import { announceChange, queryClient } from '../../client/query.ts'
import { sentenceOf } from '../../client/refusal.ts'
import { doneSentence, timeLeft } from './importWords.ts'

/** Where an import stands. What was shown before work began stays, so that a cancelled or refused step loses nothing. */
export type ImportStage =
  | { at: 'choose' }
  | { at: 'reading'; progress: Progress }
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

/** What goes with the file: only one authority's records, the date that the file describes, the sheet of a workbook. */
export interface ImportChoices {
  la: string
  date: string | null
  sheet: string | null
}

/** One import from the file to the undo bar: choose, read, look, apply. Nothing is written before `apply`. */
export function useImport(kind: Ref<ImportKind>) {
  const stage = shallowRef<ImportStage>({ at: 'choose' })
  const refusal = shallowRef<string>()
  const chosen = shallowRef<ChosenFile | null>(null)
  const choices = reactive<ImportChoices>({ la: '', date: null, sheet: null })
  let work = new AbortController()

  const question = (file: File) => ({
    kind: kind.value,
    file,
    ...(choices.la.trim() !== '' && { la: choices.la.trim() }),
    ...(choices.date !== null && { date: choices.date }),
    ...(choices.sheet !== null && { sheet: choices.sheet }),
  })

  async function read(picked: ChosenFile | null) {
    if (picked === null) return
    chosen.value = picked
    choices.sheet = null
    await look(picked.file, { at: 'choose' })
  }

  /** Looks at another sheet of the same workbook. Refused, the sheet before is in sight again. */
  async function readSheet(sheet: string) {
    const [shown, before] = [stage.value, choices.sheet]
    if (chosen.value === null) return
    choices.sheet = sheet
    if (!(await look(chosen.value.file, shown))) choices.sheet = before
  }

  function look(file: File, before: ImportStage) {
    return through(
      (signal) => api.imports.preview(question(file), { signal }),
      (progress) => ({ at: 'reading', progress }),
      (outcome) => (stage.value = { at: 'preview', outcome }),
      before,
    )
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
    ask: (signal: AbortSignal) => Promise<Steps>,
    underWay: (progress: Progress) => ImportStage,
    finish: (outcome: ImportOutcome) => void,
    before: ImportStage,
  ): Promise<boolean> {
    work.abort()
    const mine = (work = new AbortController())
    const since = performance.now()
    refusal.value = undefined
    stage.value = underWay({ words: 'Reading the file', done: 0, total: null })
    try {
      for await (const step of await ask(mine.signal)) {
        if (mine.signal.aborted) return false
        if (step.step === 'done') finish(step.result)
        else stage.value = underWay(progressOf(step, performance.now() - since))
      }
      return true
    } catch (error) {
      if (work !== mine) return false
      stage.value = before
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

  return { stage, refusal, chosen: computed(() => chosen.value?.name ?? null), choices, read, readSheet, apply, cancel, again }
}

function progressOf(step: { words: string; done: number; total: number | null }, elapsed: number): Progress {
  const left = timeLeft(step.done, step.total, elapsed)
  return { words: step.words, done: step.done, total: step.total, ...(left !== undefined && { timeLeft: left }) }
}
