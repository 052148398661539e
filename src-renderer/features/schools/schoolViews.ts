import type { GivenView } from '../../client/savedViews.ts'
import { NOT_RECORDED } from './listAddress.ts'

/** The views that every workspace has; the first is how the list opens. */
export const givenViews: readonly GivenView[] = [
  { id: 'open', name: 'All open schools', query: {} },
  { id: 'not-visited', name: 'Not visited', query: { visited: 'no' } },
  { id: 'package', name: 'Requires a package', query: { package: 'yes' } },
  { id: 'no-district', name: 'No district', query: { district: [NOT_RECORDED] } },
]
