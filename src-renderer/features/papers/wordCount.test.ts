import { describe, expect, it } from 'vitest'
import { wordCount } from './wordCount.ts'

describe('wordCount', () => {
  it('counts words over marks, lists and figures, and no punctuation', () => {
    expect(
      wordCount({
        type: 'doc',
        content: [
          { type: 'paragraph', content: [{ type: 'text', text: 'BEP has vis' }, { type: 'text', text: 'ited ', marks: [{ type: 'bold' }] }, { type: 'figure', attrs: { figure: 'visited', group: 'maintained', show: 'percent' } }, { type: 'text', text: ' – of schools.' }] },
          { type: 'bulletList', content: [{ type: 'listItem', content: [{ type: 'paragraph', content: [{ type: 'text', text: 'District Leads' }] }] }] },
          { type: 'paragraph' },
        ],
      }),
    ).toBe(8)
  })
})
