import { createRouter, createWebHashHistory, type RouteRecordRaw } from 'vue-router'
import NotFoundPage from './frame/NotFoundPage.vue'
import { wantTitleFocus } from './ui/pageTitle.ts'

declare module 'vue-router' {
  interface RouteMeta {
    /** Where Esc steps back to. */
    up?: string
    /** The page stays as it is while the address moves within it (list and detail). */
    stays?: boolean
  }
}

// Each page is fetched when it is first gone to. A page that is not there is simply not a place one can go to.
const pages = import.meta.glob('./features/**/*Page.vue')

function place(path: string, name: string, file: string, meta: RouteRecordRaw['meta'] = {}): RouteRecordRaw[] {
  const component = pages[`./features/${file}.vue`]
  return component ? [{ path, name, component, meta }] : []
}

/** The address is kept after the `#`, so that both hosts serve one page only and the rest never leaves the window. */
export const router = createRouter({
  history: createWebHashHistory(),
  routes: [
    ...place('/', 'today', 'today/TodayPage'),
    ...place('/schools/import', 'import', 'imports/ImportPage', { up: '/schools' }),
    ...place('/schools/districts', 'districts', 'schools/districts/DistrictsPage', { up: '/schools' }),
    ...place('/schools/imports', 'imports', 'imports/ImportsPage', { up: '/schools/import' }),
    ...place('/schools/imports/:id', 'import-record', 'imports/ImportRecordPage', { up: '/schools/imports' }),
    ...place('/schools/quality', 'quality', 'schools/quality/QualityPage', { up: '/schools' }),
    ...place('/schools/:urn(\\d{6})?', 'schools', 'schools/SchoolsPage', { stays: true, up: '/schools' }),
    ...place('/visits', 'visits', 'schools/visits/VisitsPage', { stays: true, up: '/visits' }),
    ...place('/visits/day', 'visits-day', 'schools/visits/VisitsDayPage', { up: '/visits' }),
    ...place('/coverage', 'coverage', 'figures/CoveragePage'),
    ...place('/support', 'support', 'support/SupportPage'),
    ...place('/support/charging', 'charging', 'support/charging/ChargingPage', { up: '/support' }),
    ...place('/meetings', 'meetings', 'meetings/MeetingsPage'),
    ...place('/groups', 'groups', 'meetings/groups/GroupsPage', { stays: true, up: '/meetings' }),
    ...place('/meetings/minute-book', 'minute-book', 'meetings/book/MinuteBookPage', { stays: true, up: '/meetings' }),
    ...place('/meetings/read-in', 'read-in', 'meetings/past/ReadInPage', { up: '/meetings' }),
    ...place('/meetings/:id', 'meeting', 'meetings/MeetingPage', { up: '/meetings' }),
    ...place('/meetings/:id/minutes', 'minutes', 'meetings/minutes/MinutesPage', { up: '/meetings' }),
    ...place('/actions', 'actions', 'actions/ActionsPage'),
    ...place('/papers', 'papers', 'papers/PapersPage'),
    ...place('/papers/:id', 'paper', 'papers/PaperPage', { up: '/papers' }),
    ...place('/search', 'search', 'search/SearchPage', { stays: true }),
    ...place('/settings', 'settings', 'settings/SettingsPage'),
    { path: '/:anything(.*)*', name: 'not-found', component: NotFoundPage },
  ],
})

router.beforeResolve((to, from) => {
  const firstPage = from.matched.length === 0
  const within = to.name === from.name && to.meta.stays
  if (!firstPage && !within && to.path !== from.path) wantTitleFocus()
})
