import { describe, expect, it } from 'vitest'
import type { PaperBlock } from '../../../src-main/api/paper-blocks.ts'
import { numbered } from './numberedBlocks.ts'

const heading = (level: 1 | 2 | 3): PaperBlock => ({ kind: 'heading', level, text: 'x' })
const table: PaperBlock = { kind: 'table', caption: 'x', description: 'x', columns: [], rows: [], keepTogether: true }

describe('numbered', () => {
  it('numbers headings by level and tables in order, as Word does', () => {
    const blocks = [heading(1), table, heading(2), heading(3), heading(2), table, heading(1), heading(2)]
    expect(numbered(blocks).map(({ number }) => number)).toEqual(['1', '1', '1.1', '1.1.1', '1.2', '2', '2', '2.1'])
  })
})
