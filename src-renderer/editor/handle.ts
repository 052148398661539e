import type { FigureAttributes } from '../../src-main/api/richtext.ts'

/** What a page may ask of the editor that stands on it. */
export interface EditorHandle {
  focus: () => void
  /** Opens the picker of figures at the caret. */
  askFigure: () => void
  /** Gives the chosen chip another way of showing its figure. */
  show: (attributes: FigureAttributes) => void
  /** The selected words on one line, or none. */
  chosen: () => string
}
