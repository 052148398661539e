import { reactive } from 'vue'

interface NamedSchool {
  urn: string
  name: string
}

/** Which form is open over the schools, and for which school. */
export function useSchoolDialogs() {
  const state = reactive<{
    open: 'visit' | 'judgement' | 'district' | null
    school: (NamedSchool & { district?: string | null }) | null
    visitId: string | null
  }>({ open: null, school: null, visitId: null })

  return {
    state,
    visit: (school: NamedSchool | null) => Object.assign(state, { open: 'visit', school, visitId: null }),
    openVisit: (visitId: string) => Object.assign(state, { open: 'visit', school: null, visitId }),
    judge: (school: NamedSchool) => Object.assign(state, { open: 'judgement', school }),
    setDistrict: (school: NamedSchool & { district: string | null }) => Object.assign(state, { open: 'district', school }),
    close: () => Object.assign(state, { open: null }),
  }
}

export type SchoolDialogsState = ReturnType<typeof useSchoolDialogs>
