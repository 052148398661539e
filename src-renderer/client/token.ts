const KEY = 'quartet.token'

/**
 * The browser host hands its token over in the address (`#token=…`), which no server ever sees. It is kept for this tab
 * only, so that a reload works, and taken out of the address at once, so that it is in no history and no screenshot.
 *
 * @returns the token, or null where the page was opened without one
 */
export function takeToken(page: Pick<Window, 'location' | 'history' | 'sessionStorage'>): string | null {
  const given = /^#token=([\w.~-]+)$/.exec(page.location.hash)?.[1]
  if (given !== undefined) {
    page.sessionStorage.setItem(KEY, given)
    page.history.replaceState(null, '', page.location.pathname + page.location.search)
  }
  return given ?? page.sessionStorage.getItem(KEY)
}
