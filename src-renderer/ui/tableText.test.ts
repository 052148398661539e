import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
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

  it('starts no formula in any cell, and the mark can be taken off again', () => {
    fc.assert(
      fc.property(fc.array(fc.array(fc.string({ unit: fc.constantFrom('=', '+', '-', '@', '\t', '\r', 'a', "'") }).map(text), { minLength: 1, maxLength: 3 }), { minLength: 1 }), (rows) => {
        for (const cell of tabbed(['A'], rows).split(/\r\n|\t/)) expect(cell).not.toMatch(/^[=+\-@]/)
        for (const [, cell = ''] of markup(['A'], rows).matchAll(/<td[^>]*>([^<]*)<\/td>/g)) expect(cell).not.toMatch(/^[=+\-@\t\r]/)
        for (const { text: words } of rows.flat()) expect(/^'+[=+\-@\t\r]/.test(harmless(words)) ? harmless(words).slice(1) : harmless(words)).toBe(words)
      }),
    )
  })
})
