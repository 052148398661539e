import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { neutralised } from '../../src-main/domain/formula-text.ts'
import { harmless, markup, tabbed, type CopiedCell } from './tableText.ts'

const text = (words: string): CopiedCell => ({ text: words, kind: 'text' })

describe('a table that is copied', () => {
  it('is lines with tabs, whatever stands in a cell', () => {
    expect(tabbed(['School', 'Note'], [[text('Ash\tford'), text('one\r\ntwo')]])).toBe('School\tNote\r\nAsh ford\tone two')
  })

  it('is a table with headings, text kept as text', () => {
    const html = markup(['School'], [[text('<b>A & B</b>')], [{ text: '1,204', kind: 'number' }]])
    expect(html).toContain('<th scope="col"')
    expect(html).toContain(`mso-number-format:'\\@'">&lt;b&gt;A &amp; B&lt;/b&gt;</td>`)
    expect(html).toContain('text-align:right">1,204</td>')
  })

  it('says first what must be said above it', () => {
    expect(tabbed(['School', 'Note'], [[text('Ashford'), text('one')]], 'Not for publication')).toBe('Not for publication\r\nSchool\tNote\r\nAshford\tone')
    expect(markup(['School', 'Note'], [[text('Ashford'), text('one')]], 'Not for <all>')).toMatch(/<thead><tr><th colspan="2"[^>]*>Not for &lt;all&gt;<\/th><\/tr><tr><th scope="col"/)
  })

  it('starts no formula in any cell, and the mark can be taken off again', () => {
    fc.assert(
      fc.property(fc.array(fc.array(fc.string({ unit: fc.constantFrom('=', '+', '-', '@', '\t', '\r', 'a', "'") }).map(text), { minLength: 1, maxLength: 3 }), { minLength: 1 }), (rows) => {
        for (const cell of tabbed(['A'], rows).split(/\r\n|\t/)) expect(cell).not.toMatch(/^[=+\-@]/)
        for (const [, cell = ''] of markup(['A'], rows).matchAll(/<td[^>]*>([^<]*)<\/td>/g)) expect(cell).not.toMatch(/^[=+\-@\t\r]/)
        for (const { text: words } of rows.flat()) expect(/^'+[=+\-@\t\r]/.test(harmless(words)) ? harmless(words).slice(1) : harmless(words)).toBe(words)
      }),
    )
  })

  it('keeps a text from running by the rule of the files that are exported, which these components may not know', () => {
    fc.assert(
      fc.property(fc.string({ unit: fc.constantFrom('=', '+', '-', '@', '\t', '\r', '\n', 'a', "'", ' ') }), (words) => {
        expect(harmless(words)).toBe(neutralised(words))
      }),
    )
  })
})
