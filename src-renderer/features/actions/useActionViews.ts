import type { Ref } from 'vue'
import { oneOf, useRecordViews } from '../../lists/useRecordViews.ts'
import type { UiColumnLayout, UiSort } from '../../ui/shapes.ts'
import { givenViews } from './actionViews.ts'
import { ANY, views, type ActionAddress } from './actionAddress.ts'

/** The saved views of the action log: which of its tabs, body and owner, order and columns; of any day. */
export function useActionViews(
  log: { address: Ref<ActionAddress>; change: (part: Partial<ActionAddress>) => unknown },
  list: { sort: Ref<UiSort | undefined>; then: Ref<UiSort | undefined>; layout: Ref<UiColumnLayout> },
) {
  return useRecordViews(
    'actions',
    givenViews,
    {
      read: () => ({
        view: log.address.value.view,
        ...(log.address.value.bodyId !== ANY && { body: log.address.value.bodyId }),
        ...(log.address.value.owner !== ANY && { owner: log.address.value.owner }),
      }),
      show: (query) =>
        log.change({
          view: views.find((view) => view === query['view']) ?? 'live',
          bodyId: oneOf(query, 'body', ANY),
          owner: oneOf(query, 'owner', ANY),
        }),
    },
    list,
  )
}
