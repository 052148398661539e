import type { ColumnMatch, ImportColumns } from '../../../src-main/api/imports.ts'
import type { UiOption } from '../../ui/shapes.ts'

/** What is chosen for a field: a column by its place, one value for every row, or that the file has none. */
export type FieldChoice = { from: 'none' } | { from: 'column'; name: string } | { from: 'same'; value: string }

export type FieldChoices = Readonly<Record<string, FieldChoice>>
export type MatchedField = ImportColumns['fields'][number]

export function choicesOf(columns: ImportColumns, match: ColumnMatch): Record<string, FieldChoice> {
  return Object.fromEntries(columns.fields.map(({ key }) => [key, choiceOf(match[key])]))
}

function choiceOf(from: ColumnMatch[string] | undefined): FieldChoice {
  if (from === undefined) return { from: 'none' }
  return 'value' in from ? { from: 'same', value: from.value } : { from: 'column', name: from.column }
}

/** The match that the choices make. A value that is blank is none. */
export function matchOf(choices: FieldChoices): ColumnMatch {
  const match: ColumnMatch = {}
  for (const [key, choice] of Object.entries(choices)) {
    if (choice.from === 'column') match[key] = { column: choice.name }
    else if (choice.from === 'same' && choice.value.trim() !== '') match[key] = { value: choice.value.trim() }
  }
  return match
}

/** The needed fields that have neither column nor value yet. */
export function missingFields({ fields }: ImportColumns, choices: FieldChoices): MatchedField[] {
  const match = matchOf(choices)
  return fields.filter(({ key, needed }) => needed && match[key] === undefined)
}

const SAME = 'same'
const NONE = 'none'
const COLUMN = 'column '

/** What a field's chooser offers. */
export function optionsOf({ columns }: ImportColumns, field: MatchedField): UiOption[] {
  return [
    { value: NONE, label: field.needed ? 'Choose a column' : 'Not in the file' },
    ...columns.map(({ name }, at) => ({ value: `${COLUMN}${at}`, label: name })),
    ...(field.same === 'no' ? [] : [{ value: SAME, label: 'The same for every row' }]),
  ]
}

export function optionOf({ columns }: ImportColumns, choice: FieldChoice): string {
  if (choice.from !== 'column') return choice.from
  const at = columns.findIndex(({ name }) => name.toLowerCase() === choice.name.toLowerCase())
  return at < 0 ? NONE : `${COLUMN}${at}`
}

export function chosenBy({ columns }: ImportColumns, field: MatchedField, option: string): FieldChoice {
  if (option === SAME) return { from: 'same', value: field.choices[0] ?? '' }
  const column = option.startsWith(COLUMN) ? columns[Number(option.slice(COLUMN.length))] : undefined
  return column === undefined ? { from: 'none' } : { from: 'column', name: column.name }
}

/** The first values of the column that is chosen, as they stand in the file. */
export function samplesOf({ columns }: ImportColumns, choice: FieldChoice): string {
  if (choice.from !== 'column') return ''
  const column = columns.find(({ name }) => name.toLowerCase() === choice.name.toLowerCase())
  return column === undefined || column.samples.length === 0 ? 'No values in the first rows' : column.samples.join(' · ')
}

/** Needed fields first, then those that were found, then the rest, each in the core's order. */
export function inReadingOrder({ fields }: ImportColumns, choices: FieldChoices): MatchedField[] {
  const rank = ({ key, needed }: MatchedField) => (needed ? 0 : choices[key]?.from === 'none' ? 2 : 1)
  return fields.toSorted((a, b) => rank(a) - rank(b))
}
