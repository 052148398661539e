import type { ILevelsOptions, NumberingDefinition } from 'docx'
import { AlignmentType, LevelFormat } from 'docx'

/** Word's own limit on the depth of a list, counted from 0. */
export const DEEPEST_LEVEL = 8

/** How far each level of a list stands in from the one above, in twips (0.63 cm, Word's own step). */
export const LIST_STEP = 360

/** The numbers of Heading 1–3: 1, 1.1, 1.1.1, linked to their styles so that Word keeps them together. */
export const headingNumbers: NumberingDefinition = {
  reference: 'headings',
  levels: [
    { level: 0, format: LevelFormat.DECIMAL, text: '%1', style: { style: 'Heading1', paragraph: { indent: { left: 567, hanging: 567 } } } },
    { level: 1, format: LevelFormat.DECIMAL, text: '%1.%2', style: { style: 'Heading2', paragraph: { indent: { left: 567, hanging: 567 } } } },
    { level: 2, format: LevelFormat.DECIMAL, text: '%1.%2.%3', style: { style: 'Heading3', paragraph: { indent: { left: 737, hanging: 737 } } } },
  ],
}

/** Bullets at every depth a list can have. */
export const bullets: NumberingDefinition = {
  reference: 'bullets',
  levels: everyLevel((level) => ({
    level,
    format: LevelFormat.BULLET,
    text: ['•', '–', '▪'][level % 3] ?? '•',
    // The marks are named by code point in an ordinary font: symbol fonts are not on every machine.
    style: { run: { font: 'Arial' } },
  })),
}

/**
 * Numbers 1, a, i by depth. Word keeps the first number with the definition, so a list that does not begin at 1 has a
 * definition of its own.
 *
 * @param start the first number, at `level`
 */
export function numbersFrom(start: number, level: number): NumberingDefinition {
  return {
    reference: start === 1 ? 'numbers' : `numbers-from-${start}-at-${level}`,
    levels: everyLevel((each) => ({
      level: each,
      start: each === level ? start : 1,
      format: [LevelFormat.DECIMAL, LevelFormat.LOWER_LETTER, LevelFormat.LOWER_ROMAN][each % 3] ?? LevelFormat.DECIMAL,
      text: `%${each + 1}.`,
    })),
  }
}

function everyLevel(levelOf: (level: number) => ILevelsOptions): ILevelsOptions[] {
  return Array.from({ length: DEEPEST_LEVEL + 1 }, (_, level) => {
    const given = levelOf(level)
    const indent = { left: LIST_STEP * (level + 1), hanging: LIST_STEP }
    return { ...given, alignment: AlignmentType.LEFT, style: { ...given.style, paragraph: { indent } } }
  })
}
