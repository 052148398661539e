import type { FigureAttributes } from '../../src-main/api/richtext.ts'

/** A look that the officer may give to what is selected. */
export type Look = 'bold' | 'italic' | 'bulletList' | 'orderedList'

/** What a page may ask of the editor that stands on it. */
export interface EditorHandle {
  focus: () => void
  /** Puts the cursor at the end of the text, ready to type; where the text is not on the page yet, as soon as it is. */
  focusEnd: () => void
  /** Opens the picker of figures at the caret. */
  askFigure: () => void
  /** Gives the chosen chip another way of showing its figure. */
  show: (attributes: FigureAttributes) => void
  /** Gives the selection a look, or takes it away. */
  format: (look: Look) => void
  /** The selected words on one line; with none, the sentence at the cursor, once there has been a cursor. */
  chosen: () => string
}
