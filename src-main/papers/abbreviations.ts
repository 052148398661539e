import type { PaperBlock, PaperList, Run } from './model.ts'
import { beginsSentence, capitalised } from './sentence.ts'

/** Short form → what it stands for. */
export type Abbreviations = Readonly<Record<string, string>>

/** A stretch of text to be written differently: half-open, in UTF-16 units. */
interface Change {
  readonly from: number
  readonly to: number
  readonly text: string
}

/** One use of a short form as it stands in a text: `CMG`, `DSGs`, `BEP's`. */
interface Use {
  readonly short: string
  readonly ending: string
}

/**
 * Expands every abbreviation where a paper first uses it, in reading order through headings, narrative, captions and
 * cells: "Contract Management Group (CMG)", and CMG from then on.
 *
 * What the officer has introduced already stays as typed: "Contract Management Group (CMG)", "the City Council (BCC)",
 * "CMG (Contract Management Group)". Short forms joined by a stroke are introduced as one:
 * "Birmingham City Council/Birmingham Education Partnership (BCC/BEP)". The title stays as it is, being a name.
 *
 * @param blocks a paper's blocks, in order
 * @param abbreviations short form → long form
 */
export function expandAbbreviations(blocks: readonly PaperBlock[], abbreviations: Abbreviations): PaperBlock[] {
  const introduce = introducer(abbreviations)
  const one = (text: string): string => introduce([text])[0] ?? text
  const runs = (given: readonly Run[]): Run[] => {
    const texts = introduce(given.map((run) => (run.kind === 'text' ? run.text : '\n')))
    return given.map((run, index) => (run.kind === 'text' ? { ...run, text: texts[index] ?? run.text } : run))
  }
  const list = (given: PaperList): PaperList => ({
    ...given,
    items: given.items.map((item) => ({
      children: item.children.map((child) => (child.kind === 'list' ? list(child) : { ...child, runs: runs(child.runs) })),
    })),
  })
  return blocks.map((block) => {
    switch (block.kind) {
      case 'title':
        return block
      case 'heading':
        return { ...block, text: one(block.text) }
      case 'paragraph':
        return { ...block, runs: runs(block.runs) }
      case 'list':
        return list(block)
      case 'table':
        return {
          ...block,
          caption: one(block.caption),
          columns: block.columns.map((column) => ({ ...column, header: one(column.header) })),
          rows: block.rows.map((row) => row.map(one)),
        }
    }
  })
}

/**
 * The reader's memory: takes the texts of one paragraph in order (its runs), and gives them back with each abbreviation
 * written out where it had not been met before.
 */
function introducer(abbreviations: Abbreviations): (texts: readonly string[]) => string[] {
  const shorts = Object.keys(abbreviations).sort((a, b) => b.length - a.length)
  if (shorts.length === 0) return (texts) => [...texts]
  const use = `(?:${shorts.map(escapePattern).join('|')})(?:['’]s|s)?`
  // A letter, digit or hyphen on either side makes it part of another word.
  const uses = new RegExp(`(?<![\\p{L}\\p{N}-])${use}(?:/${use})*(?![\\p{L}\\p{N}-])`, 'gu')
  const parts = new RegExp(`^(${shorts.map(escapePattern).join('|')})(.*)$`, 'u')
  const met = new Set<string>()
  const longOf = (short: string): string => abbreviations[short] ?? short

  const read = (text: string): Use => {
    const [, short = text, ending = ''] = parts.exec(text) ?? []
    return { short, ending }
  }
  const written = (uses: readonly Use[]): string => {
    const long = uses.map(({ short, ending }) => longOf(short) + ending).join('/')
    return `${long} (${uses.map(({ short, ending }) => short + ending).join('/')})`
  }

  return (texts) => {
    const whole = texts.join('')
    const changes: Change[] = []
    for (const match of whole.matchAll(uses)) {
      const chain = match[0].split('/').map(read)
      const fresh = chain.filter(({ short }) => !met.has(short))
      if (fresh.length === 0) continue
      for (const { short } of fresh) met.add(short)
      const before = whole.slice(0, match.index)
      const to = match.index + match[0].length
      if (isIntroduced(before, whole.slice(to), chain.map(({ short }) => longOf(short)))) continue
      const text =
        fresh.length === chain.length
          ? written(chain)
          : chain.map((each) => (fresh.includes(each) ? written([each]) : each.short + each.ending)).join('/')
      changes.push({ from: match.index, to, text: beginsSentence(before) ? capitalised(text) : text })
    }
    return rewrite(texts, changes)
  }
}

/** Whether the officer has said what the short form between `before` and `after` stands for. */
function isIntroduced(before: string, after: string, longs: readonly string[]): boolean {
  const inBrackets = /[\p{L}\p{N}]['’]?\s*\($/u.test(before) && after.startsWith(')')
  const long = longs.join('/').toLowerCase()
  const follows = before.trimEnd().toLowerCase().endsWith(long)
  const precedes = after.trimStart().toLowerCase().startsWith(`(${long}`)
  return inBrackets || follows || precedes
}

/** Applies changes, which are positions in the joined texts, to the texts. A change across a border goes to the first. */
function rewrite(texts: readonly string[], changes: readonly Change[]): string[] {
  let start = 0
  return texts.map((text) => {
    const end = start + text.length
    let result = ''
    let at = start
    for (const change of changes) {
      if (change.to <= start || change.from >= end) continue
      result += text.slice(at - start, Math.max(change.from, start) - start)
      if (change.from >= start) result += change.text
      at = Math.min(change.to, end)
    }
    result += text.slice(at - start)
    start = end
    return result
  })
}

function escapePattern(text: string): string {
  return text.replace(/[.*+?^${}()|[\]\\/-]/g, '\\$&')
}
