/** Whether what follows `before`, the text of a paragraph so far, begins a sentence. */
export function beginsSentence(before: string): boolean {
  return /(?:^|[.!?]["'’”)]?\s)\s*$/u.test(before)
}

/** The text with a capital first letter. */
export function capitalised(text: string): string {
  const [first = '', ...rest] = text
  return first.toLocaleUpperCase('en-GB') + rest.join('')
}
