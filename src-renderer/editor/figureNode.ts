import { mergeAttributes, Node } from '@tiptap/core'
import { watchEffect } from 'vue'
import type { FigureAttributes } from '../../src-main/api/richtext.ts'
import { figureAttributesOf } from './richTextOf.ts'

export interface FigureNodeOptions {
  /** What the chip shows; read again whenever a figure on screen changes. */
  words: (attributes: FigureAttributes) => string
  /** The chip was chosen by a click, or by Enter while it is selected. */
  open: (attributes: FigureAttributes) => void
  /** `@` was typed where a figure may stand. */
  ask: () => void
}

/** A live figure in a sentence: one piece that is chosen, copied and deleted whole, never typed digits. */
export const FigureNode = Node.create<FigureNodeOptions>({
  name: 'figure',
  group: 'inline',
  inline: true,
  atom: true,
  selectable: true,
  marks: '',

  addOptions: () => ({ words: () => '', open: () => {}, ask: () => {} }),

  addAttributes: () => ({ figure: { default: null }, group: { default: null }, show: { default: 'number' } }),

  parseHTML: () => [
    {
      tag: 'span[data-figure]',
      getAttrs: (element) =>
        figureAttributesOf({
          figure: element.dataset['figure'],
          group: element.dataset['group'] || null,
          show: element.dataset['show'],
        }) ?? false,
    },
  ],

  renderHTML({ node }) {
    const attributes = figureAttributesOf(node.attrs)
    if (!attributes) return ['span']
    const { figure, group, show } = attributes
    return ['span', mergeAttributes({ 'data-figure': figure, 'data-group': group ?? '', 'data-show': show }), this.options.words(attributes)]
  },

  renderText({ node }) {
    const attributes = figureAttributesOf(node.attrs)
    return attributes ? this.options.words(attributes) : ''
  },

  addNodeView() {
    return ({ node }) => {
      const dom = document.createElement('span')
      dom.className = 'figure-chip'
      const attributes = figureAttributesOf(node.attrs)
      const stop = watchEffect(() => (dom.textContent = attributes ? this.options.words(attributes) : 'figure not known'))
      if (attributes) dom.addEventListener('click', () => this.options.open(attributes))
      return { dom, destroy: stop }
    }
  },

  addKeyboardShortcuts() {
    return {
      Enter: ({ editor }) => {
        const { selection } = editor.state
        const chosen = 'node' in selection ? editor.state.doc.nodeAt(selection.from) : null
        const attributes = chosen?.type.name === this.name ? figureAttributesOf(chosen.attrs) : null
        if (attributes) this.options.open(attributes)
        return attributes !== null
      },
      // A word that runs into the sign, as in an e-mail address, is left alone.
      '@': ({ editor }) => {
        const { $from, empty } = editor.state.selection
        const before = empty ? $from.parent.textBetween(Math.max(0, $from.parentOffset - 1), $from.parentOffset, undefined, ' ') : ''
        if (!empty || /\w/.test(before)) return false
        this.options.ask()
        return true
      },
    }
  },
})
