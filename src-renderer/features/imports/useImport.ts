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

/** What goes with the file: only one authority's records, and the date that the file describes. */
export interface ImportChoices {
  la: string
  date: string | null
}

/** One import from the file to the undo bar: choose, read, look, apply. Nothing is written before `apply`. */
export function useImport(kind: Ref<ImportKind>) {
  const stage = shallowRef<ImportStage>({ at: 'choose' })
  const refusal = shallowRef<string>()
  const chosen = shallowRef<ChosenFile | null>(null)
  const choices = reactive<ImportChoices>({ la: '', date: null })
  let work = new AbortController()

  const question = (file: File) => ({
    kind: kind.value,
    file,
    ...(choices.la.trim() !== '' && { la: choices.la.trim() }),
    ...(choices.date !== null && { date: choices.date }),
  })

  async function read(picked: ChosenFile | null) {
    if (picked === null) return
    chosen.value = picked
    await through(
      (signal) => api.imports.preview(question(picked.file), { signal }),
      (progress) => ({ at: 'reading', progress }),
      (outcome) => (stage.value = { at: 'preview', outcome }),
      { at: 'choose' },
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

  /** Follows the steps of long work to its end; cancelled or refused, everything is again as it was before. */
  async function through(
    ask: (signal: AbortSignal) => Promise<Steps>,
    underWay: (progress: Progress) => ImportStage,
    finish: (outcome: ImportOutcome) => void,
    before: ImportStage,
  ) {
    work.abort()
    const mine = (work = new AbortController())
    const since = performance.now()
    refusal.value = undefined
    stage.value = underWay({ words: 'Reading the file', done: 0, total: null })
    try {
      for await (const step of await ask(mine.signal)) {
        if (mine.signal.aborted) return
        if (step.step === 'done') finish(step.result)
        else stage.value = underWay(progressOf(step, performance.now() - since))
      }
    } catch (error) {
      if (work !== mine) return
      stage.value = before
      if (!mine.signal.aborted) refusal.value = sentenceOf(error)
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

  return { stage, refusal, chosen: computed(() => chosen.value?.name ?? null), choices, read, apply, cancel, again }
}

function progressOf(step: { words: string; done: number; total: number | null }, elapsed: number): Progress {
  const left = timeLeft(step.done, step.total, elapsed)
  return { words: step.words, done: step.done, total: step.total, ...(left !== undefined && { timeLeft: left }) }
}
