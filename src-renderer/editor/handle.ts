import type { FigureAttributes } from '../../src-main/api/richtext.ts'

/** A look that the officer may give to what is selected. */
export type Look = 'bold' | 'italic' | 'bulletList' | 'orderedList'

/** What a page may ask of the editor that stands on it. */
export interface EditorHandle {
  focus: () => void
  /** Opens the picker of figures at the caret. */
  askFigure: () => void
  /** Gives the chosen chip another way of showing its figure. */
  show: (attributes: FigureAttributes) => void
  /** Gives the selection a look, or takes it away. */
  format: (look: Look) => void
  /** The selected words on one line, or none. */
  chosen: () => string
}
