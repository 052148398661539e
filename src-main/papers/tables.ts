import type { ITableOptions } from 'docx'
import { Paragraph, StringValueElement, Table, TableCell, TableLayoutType, TableProperties, TableRow, TextRun, VerticalAlignTable, WidthType } from 'docx'
import { tableCaption } from './captions.ts'
import type { PaperTable, TableColumn } from './model.ts'
import { styleIds, TABLE_STYLE } from './styles.ts'
import { tidyLine } from './text.ts'

/** What a blank cell prints: no cell of a paper is empty. */
export const BLANK_CELL = 'Not recorded'

/** The longest alternative text that screen readers read in comfort, and Word's checker accepts. */
const LONGEST_DESCRIPTION = 250

/**
 * A table with its numbered caption above it: one header row that repeats on each page, widths given, no row split, no
 * cell merged or empty, alternative text for the whole.
 *
 * @param number the table's place among the tables of the paper, from 1
 */
export function captionedTable(table: PaperTable, number: number): [Paragraph, Table] {
  const caption = tidyLine(table.caption, BLANK_CELL)
  const lastRow = table.rows.length - 1
  const widths = table.columns.map((column) => column.width)
  return [
    tableCaption(caption, number),
    new DescribedTable(caption, tidyLine(table.description, caption).slice(0, LONGEST_DESCRIPTION), {
      style: TABLE_STYLE,
      layout: TableLayoutType.FIXED,
      width: { size: widths.reduce((sum, width) => sum + width, 0), type: WidthType.DXA },
      columnWidths: widths,
      tableLook: { firstRow: true, lastRow: false, firstColumn: false, lastColumn: false, noHBand: true, noVBand: true },
      rows: [
        new TableRow({ tableHeader: true, cantSplit: true, children: table.columns.map((column) => cell(column, column.header, 'header')) }),
        ...table.rows.map(
          (row, index) =>
            new TableRow({
              cantSplit: true,
              keepNext: table.keepTogether && index < lastRow,
              children: table.columns.map((column, place) => cell(column, row[place] ?? '', 'body')),
            }),
        ),
      ],
    }),
  ]
}

function cell(column: TableColumn, text: string, part: 'header' | 'body'): TableCell {
  const style = {
    header: { left: styleIds.tableHeading, right: styleIds.tableHeadingNumber },
    body: { left: styleIds.tableText, right: styleIds.tableNumber },
  }[part][column.align]
  return new TableCell({
    width: { size: column.width, type: WidthType.DXA },
    verticalAlign: part === 'header' ? VerticalAlignTable.BOTTOM : VerticalAlignTable.TOP,
    children: [new Paragraph({ style, children: [new TextRun(tidyLine(text, BLANK_CELL))] })],
  })
}

/** A table with the alternative text that docx has no option for; both elements come last among its properties. */
class DescribedTable extends Table {
  constructor(caption: string, description: string, options: ITableOptions) {
    super(options)
    const properties = this.root.find((part: unknown): part is TableProperties => part instanceof TableProperties)
    properties?.addChildElement(new StringValueElement('w:tblCaption', caption))
    properties?.addChildElement(new StringValueElement('w:tblDescription', description))
  }
}
