import type { Visit } from '../../../../src-main/api/visits.ts'
import type { UiOption } from '../../../ui/shapes.ts'

const kinds: Record<Visit['kind'], string> = {
  visit: 'Visit in person',
  telephone: 'Telephone',
  virtual: 'Virtual',
  meeting: 'Meeting',
}

const statuses: Record<Visit['status'], string> = { planned: 'Planned', completed: 'Completed', cancelled: 'Cancelled' }

export const kindChoices: UiOption[] = Object.entries(kinds).map(([value, label]) => ({ value, label }))
export const statusChoices: UiOption[] = Object.entries(statuses).map(([value, label]) => ({ value, label }))
