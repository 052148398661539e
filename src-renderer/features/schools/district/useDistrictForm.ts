import { computed, reactive } from 'vue'
import { z } from 'zod'
import { civilDate, urn as urnShape } from '../../../../src-main/api/base.ts'
import { api } from '../../../client/api.ts'
import { useChange } from '../../../client/query.ts'
import type { UiOption } from '../../../ui/shapes.ts'
import { useEntryForm } from '../useEntryForm.ts'

const districtEntry = z.object({ urn: urnShape, district: z.string().trim().min(1).max(80), from: civilDate })

const words = {
  district: 'Name the district, in up to 80 characters',
  from: 'Give the date from which it holds, such as 1 September 2015',
}

/** The form of a district: the value and the date from which it is in force. Known districts are offered; a new one may be typed. */
export function useDistrictForm(given: { urn: string; district: string | null; districts: readonly string[]; today: string }, close: () => void) {
  const draft = reactive<{ district: string; from: string | null }>({ district: given.district ?? '', from: given.today })

  const setting = useChange((entry: z.infer<typeof districtEntry>) => api.schools.setDistrict(entry))
  const form = useEntryForm({ schema: districtEntry, typed: () => ({ ...draft, urn: given.urn }), words, firstField: 'district', ask: setting.change, done: close })

  const choices = computed((): UiOption[] => {
    const typed = draft.district.trim()
    const known = given.districts.filter((name) => name !== typed && (typed === given.district || name.toLowerCase().includes(typed.toLowerCase())))
    return [...(typed === '' ? [] : [typed]), ...known].map((name) => ({ value: name, label: name }))
  })
  return { draft, choices, ...form, busy: setting.busy, refusal: setting.refusal }
}
