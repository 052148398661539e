import type { PaperBlock } from '../../../src-main/api/paper-blocks.ts'

/** A block with the number that the paper gives it: of its heading or of its table. */
export interface NumberedBlock {
  block: PaperBlock
  number: string
}

/** Headings are numbered 1, 1.1, 1.1.1 and tables 1, 2, 3 in their order, as Word numbers them. */
export function numbered(blocks: readonly PaperBlock[]): NumberedBlock[] {
  const levels = [0, 0, 0]
  let tables = 0
  return blocks.map((block) => {
    if (block.kind === 'table') return { block, number: String(++tables) }
    if (block.kind !== 'heading') return { block, number: '' }
    levels[block.level - 1] = (levels[block.level - 1] ?? 0) + 1
    levels.fill(0, block.level)
    return { block, number: levels.slice(0, block.level).join('.') }
  })
}
