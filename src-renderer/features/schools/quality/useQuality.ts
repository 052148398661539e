import { useQuery } from '@tanstack/vue-query'
import { refDebounced } from '@vueuse/core'
import { computed, reactive, ref, watch } from 'vue'
import { qualityRule, type QualityFinding, type QualityRule } from '../../../../src-main/api/quality.ts'
import { api } from '../../../client/api.ts'
import { useChange } from '../../../client/query.ts'
import { useRowWindows } from '../../../client/rowWindows.ts'

/** How many wait and how many are accepted, in all and by rule. */
export function useQualityCounts() {
  return useQuery({ queryKey: ['quality', 'counts'], queryFn: () => api.quality.counts() })
}

/**
 * The list of what is odd, under its filters. The chosen finding is a place in the list: once it is put right or
 * accepted, the next one stands there.
 */
export function useQualityList() {
  const rules = ref<QualityRule[]>([])
  const accepted = ref(false)
  const search = ref('')
  const settled = refDebounced(search, 120)
  const question = computed(() => ({ rules: rules.value, accepted: accepted.value, search: settled.value }))
  const list = useRowWindows<QualityFinding>(
    () => ['quality', 'list', question.value],
    (offset, limit) => api.quality.list({ ...question.value, offset, limit }),
  )
  const at = ref<number | null>(null)
  watch(question, () => (at.value = null))
  const chosen = computed(() => (at.value === null ? undefined : list.row(Math.min(at.value, list.total.value - 1))))

  function chooseRules(names: readonly string[]) {
    rules.value = names.flatMap((name) => qualityRule.safeParse(name).data ?? [])
  }

  async function rowsFrom(offset: number, limit: number): Promise<readonly QualityFinding[]> {
    return (await api.quality.list({ ...question.value, offset, limit: Math.min(limit, MOST_AT_ONCE) })).rows
  }

  /** All that the filters leave, as far as one acceptance takes. */
  async function keysShown(): Promise<string[]> {
    return (await rowsFrom(0, MOST_AT_ONCE)).map(({ key }) => key)
  }

  return { rules, accepted, search, settled, ...list, question, rowsFrom, at, chosen, chooseRules, keysShown }
}

/** As many as are accepted for one reason at once. */
export const MOST_AT_ONCE = 500

// What was typed and not yet taken stays for as long as Quartet is open, finding by finding.
const reasons = reactive<Record<string, string>>({})

/** The reason for accepting, kept under `key` until it is taken, and the asking. */
export function useAcceptance(key: () => string, keys: () => Promise<string[]>) {
  const asked = ref(false)
  const reason = computed({ get: () => reasons[key()] ?? '', set: (text) => (reasons[key()] = text) })
  const accepting = useChange(async (why: string) => api.quality.accept({ keys: await keys(), reason: why }))
  watch(key, () => (asked.value = false))

  async function accept() {
    asked.value = true
    if (reason.value.trim() === '' || reason.value.length > 500) return
    const mine = key()
    if (await accepting.change(reason.value)) {
      delete reasons[mine]
      asked.value = false
    }
  }

  const wrong = computed(() => {
    if (!asked.value) return ''
    if (reason.value.trim() === '') return 'Say why this is in order'
    return reason.value.length > 500 ? 'Keep the reason to 500 characters' : ''
  })
  return { reason, accept, wrong, busy: accepting.busy, refusal: accepting.refusal }
}

export function useWithdrawal() {
  return useChange((id: string) => api.quality.withdraw({ id }))
}
