import { Extension, type Extensions } from '@tiptap/core'
import { Plugin } from '@tiptap/pm/state'
import StarterKit from '@tiptap/starter-kit'
import { FigureNode, type FigureNodeOptions } from './figureNode.ts'

/** Blocks that the contract takes in one document (`api/richtext.ts`). */
export const MOST_BLOCKS = 5_000

/** A paste that would make more than the contract takes is refused whole, so that nothing is cut off in silence. */
function blockLimit(tooLong: () => void): Extension {
  return Extension.create({
    name: 'blockLimit',
    addProseMirrorPlugins: () => [
      new Plugin({
        filterTransaction(transaction, state) {
          const fits = !transaction.docChanged || transaction.doc.childCount <= Math.max(MOST_BLOCKS, state.doc.childCount)
          if (!fits) tooLong()
          return fits
        },
      }),
    ],
  })
}

/**
 * The whole schema of minutes and narrative: paragraphs, two kinds of list, bold, italic, line breaks and live figures.
 * All else is switched off, so what is pasted loses what the contract has no place for and keeps its words.
 */
export function richTextExtensions(figures: Partial<FigureNodeOptions>, tooLong: () => void): Extensions {
  return [
    StarterKit.configure({
      blockquote: false,
      code: false,
      codeBlock: false,
      dropcursor: false,
      gapcursor: false,
      heading: false,
      horizontalRule: false,
      link: false,
      strike: false,
      underline: false,
      // It would change a document that ends in a list merely by opening it.
      trailingNode: false,
    }),
    FigureNode.configure(figures),
    blockLimit(tooLong),
  ]
}
