import fc from 'fast-check'
import { expect, test } from 'vitest'
import { cleanText } from './clean-text.ts'

test.each<[string, string, string]>([
  ['plain text', 'Hodge Hill: 12 schools, £3,000 – “agreed”', 'Hodge Hill: 12 schools, £3,000 – “agreed”'],
  ['tab and line feed', 'a\tb\nc', 'a\tb\nc'],
  ['line ends', 'a\r\nb\rc\n', 'a\nb\nc\n'],
  ['control characters', 'a\u0000b\u0007c\u001Bd\u007Fe\u0085f', 'abcdef'],
  ['lone surrogates', 'a\uD800b\uDC00c', 'a\uFFFDb\uFFFDc'],
  ['a true pair', 'a😀b', 'a😀b'],
  ['halves kept apart do not join', '\uD83D\u0000\uDE00', '\uFFFD\uFFFD'],
  ['noncharacters', 'a\uFFFEb\uFFFFc\uFDD0d\u{1FFFE}e', 'abcde'],
  ['direction controls', 'a\u202Eb\u202Ac\u2066d\u2069e', 'abcde'],
  ['composed accents', 'Cafe\u0301', 'Café'],
  ['the replacement character stays', 'a\uFFFDb', 'a\uFFFDb'],
  ['joiners that writing needs stay', 'क्\u200Dष', 'क्\u200Dष'],
  ['markup is text', '<b>&amp;</b>', '<b>&amp;</b>'],
  ['nothing', '', ''],
])('%s', (_, text, clean) => {
  expect(cleanText(text)).toBe(clean)
})

/** Any sequence of code units, whole or broken, with the odd ones often. */
const anyText = fc
  .array(fc.oneof(fc.integer({ min: 0, max: 0xffff }), fc.constantFrom(0, 10, 13, 0xd83d, 0xde00, 0xffff, 0x202e, 0x301, 0x65)), { maxLength: 40 })
  .map((units) => String.fromCharCode(...units))

test('whatever goes in, a Word file and a database can hold what comes out', () => {
  fc.assert(
    fc.property(anyText, (text) => {
      const clean = cleanText(text)
      expect(clean.isWellFormed()).toBe(true)
      expect(clean).toBe(clean.normalize('NFC'))
      for (const character of clean) {
        const point = character.codePointAt(0) ?? 0
        const control = (point < 0x20 && point !== 9 && point !== 10) || (point >= 0x7f && point <= 0x9f)
        const noncharacter = (point & 0xfffe) === 0xfffe || (point >= 0xfdd0 && point <= 0xfdef)
        const direction = (point >= 0x202a && point <= 0x202e) || (point >= 0x2066 && point <= 0x2069)
        expect(control || noncharacter || direction).toBe(false)
      }
    }),
    { numRuns: 1000 },
  )
})

test('cleaning twice is cleaning once', () => {
  fc.assert(
    fc.property(anyText, (text) => {
      expect(cleanText(cleanText(text))).toBe(cleanText(text))
    }),
  )
})
