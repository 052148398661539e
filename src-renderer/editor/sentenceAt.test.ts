import { describe, expect, it } from 'vitest'
import { sentenceAt } from './sentenceAt.ts'

/** The place is the stroke. */
function at(marked: string): string {
  return sentenceAt(marked.replace('|', ''), marked.indexOf('|'))
}

describe('sentenceAt', () => {
  it.each([
    ['One is said. Two is sa|id. Three is said.', 'Two is said.'],
    ['One is said.|', 'One is said.'],
    ['One is said. |', 'One is said.'],
    ['One is said.| Two is said.', 'One is said.'],
    ['One is said. |Two is said.', 'Two is said.'],
    ['|One is said. Two is said.', 'One is said.'],
    ['One is said. Two has no stop yet|', 'Two has no stop yet'],
    ['The chair thanked Dr. Exa|mple. All agreed.', 'The chair thanked Dr. Example.'],
    ['The chair thanked Dr|. Example. All agreed.', 'The chair thanked Dr. Example.'],
    ['It stood at 77.5%, i.e. over| half. All agreed.', 'It stood at 77.5%, i.e. over half.'],
    ['First line\nSecond| line', 'Second line'],
    ['|', ''],
  ])('%s', (marked, sentence) => expect(at(marked)).toBe(sentence))
})
