import type { Ref } from 'vue'
import { oneOf, useRecordViews } from '../../lists/useRecordViews.ts'
import type { UiColumnLayout, UiSort } from '../../ui/shapes.ts'
import { givenViews } from './actionViews.ts'
import { ANY, views, type View } from './useActionLog.ts'

/** The saved views of the action log: which of its tabs, body and owner, order and columns. */
export function useActionViews(
  log: { view: Ref<View>; bodyId: Ref<string>; owner: Ref<string> },
  list: { sort: Ref<UiSort | undefined>; then: Ref<UiSort | undefined>; layout: Ref<UiColumnLayout> },
) {
  return useRecordViews(
    'actions',
    givenViews,
    {
      read: () => ({
        view: log.view.value,
        ...(log.bodyId.value !== ANY && { body: log.bodyId.value }),
        ...(log.owner.value !== ANY && { owner: log.owner.value }),
      }),
      show: (query) => {
        log.view.value = views.find((view) => view === query['view']) ?? 'live'
        log.bodyId.value = oneOf(query, 'body', ANY)
        log.owner.value = oneOf(query, 'owner', ANY)
      },
    },
    list,
  )
}
