import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { foldedText, soughtIn } from './sought-words.ts'

const holds = (typed: string, text: string) => soughtIn(typed).holds(foldedText(text))
const marked = (typed: string, text: string) => soughtIn(typed).passage(text).map(({ text: piece, found }) => (found ? `[${piece}]` : piece)).join('')

describe('words that are sought', () => {
  it.each([
    ['gov', 'The Governors met', true],
    ['overn', 'The Governors met', false],
    ['met gov', 'The Governors met', true],
    ['met head', 'The Governors met', false],
    ['marys', 'St Mary’s', true],
    ["mary's", 'St Mary’s', true],
    ['saint mary', 'St Mary’s', true],
    ['cafe', 'The café', true],
    ['2016', 'IQ 2016/14', true],
    ['', 'anything', true],
  ])('“%s” in “%s”: %s', (typed, text, found) => expect(holds(typed, text)).toBe(found))

  it('are found wherever they begin a word, and nowhere else', () => {
    const word = fc.stringMatching(/^[a-z]{1,6}$/)
    fc.assert(
      fc.property(fc.array(word, { minLength: 1, maxLength: 12 }), word, (words, sought) => {
        const same = ['st', 'saint'].includes(sought) ? ['st', 'saint'] : [sought]
        expect(holds(sought, words.join(' '))).toBe(words.some((each) => same.some((form) => each.startsWith(form))))
      }),
    )
  })
})

describe('a passage', () => {
  it('marks the whole words that were found', () => expect(marked('gov plan', 'Governors saw the plan; it was planned.')).toBe('[Governors] saw the [plan]; it was [planned].'))
  it('begins and ends at words, near the first found one', () => {
    const text = `${'before '.repeat(60)}needle ${'after '.repeat(60)}`
    const shown = marked('needle', text)
    expect(shown).toMatch(/^…before (before )+\[needle\] (after )*after…$/)
    expect(shown.length).toBeLessThan(260)
  })
  it('shows where the words stand together, and a second place where they never do', () => {
    const filler = 'other words '.repeat(40)
    expect(marked('needle thread', `needle ${filler} the needle and the thread`)).toMatch(/^….*\[needle\] and the \[thread\]$/)
    expect(marked('needle thread', `a needle ${filler} and a thread ${filler}`)).toMatch(/^a \[needle\].*….*\[thread\].*…$/)
  })
  it('is the beginning of a text that does not have them', () => expect(marked('zebra', 'Short and plain.')).toBe('Short and plain.'))
  it('loses nothing of what it shows', () => {
    fc.assert(
      fc.property(fc.string({ maxLength: 200 }), fc.string({ maxLength: 10 }), (text, typed) => {
        expect(soughtIn(typed).passage(text).map((piece) => piece.text).join('')).toBe(text.replace(/\s+/gu, ' ').trim())
      }),
    )
  })
})
