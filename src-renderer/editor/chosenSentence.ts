import type { Editor } from '@tiptap/core'

/** The words that are selected, on one line, figures by their value; empty where nothing is selected. */
export function chosenWords(editor: Editor, wordsOfFigure: (attributes: unknown) => string): string {
  const { from, to, empty } = editor.state.selection
  if (empty) return ''
  const words = editor.state.doc.textBetween(from, to, ' ', (leaf) => (leaf.type.name === 'figure' ? wordsOfFigure(leaf.attrs) : ' '))
  return words.replace(/\s+/g, ' ').trim()
}
