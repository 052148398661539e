import { ref } from 'vue'

/** The title of the page in sight, for the window's own title. UiPageHeader sets it. */
export const pageTitle = ref('')

let wanted = false

/** After a change of page: the next title that appears takes the focus, so that it is read out and Tab goes on from it. */
export function wantTitleFocus(): void {
  wanted = true
}

/** Asked by a title as it appears: is it the one? Answers yes once. */
export function takeTitleFocus(): boolean {
  const mine = wanted
  wanted = false
  return mine
}
