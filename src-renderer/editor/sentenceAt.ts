const sentences = new Intl.Segmenter('en-GB', { granularity: 'sentence' })

/** Short words whose full stop ends no sentence, though a capital follows. */
const SHORT = /\b(?:Mr|Mrs|Ms|Miss|Dr|Prof|Rev|Fr|Cllr|St|No|Nos|e\.g|i\.e|cf|vs)\.\s*$/

/**
 * The sentence of a paragraph in which a place lies, or which ends just before it.
 *
 * @param at characters before the place
 */
export function sentenceAt(paragraph: string, at: number): string {
  let sentence = ''
  for (const { segment, index } of sentences.segment(paragraph)) {
    const begun = sentence !== '' && SHORT.test(sentence)
    // The place before a sentence's first letter belongs to that sentence, unless nothing of it is there.
    if (!begun && index > at) break
    if (!begun && index === at && sentence !== '' && segment.trim() === '') break
    sentence = begun ? sentence + segment : segment
  }
  return sentence.trim()
}
