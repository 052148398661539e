import type { Editor } from '@tiptap/core'
import type { Node } from '@tiptap/pm/model'
import { sentenceAt } from './sentenceAt.ts'

/**
 * What a decision or an action is made of, on one line, figures by their value: the words that are selected, or the
 * sentence of the paragraph in which, or directly after which, the cursor stands. Empty where there is none.
 */
export function chosenWords(editor: Editor, wordsOfFigure: (attributes: unknown) => string): string {
  const { from, to, empty, $from } = editor.state.selection
  const leaf = (node: Node) => (node.type.name === 'figure' ? wordsOfFigure(node.attrs) : '\n')
  const words = (node: Node, begin: number, end: number) => node.textBetween(begin, end, ' ', leaf)
  const paragraph = $from.parent
  const chosen = empty
    ? sentenceAt(words(paragraph, 0, paragraph.content.size), words(paragraph, 0, $from.parentOffset).length)
    : words(editor.state.doc, from, to)
  return chosen.replace(/\s+/g, ' ').trim()
}
