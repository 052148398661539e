import type { INumberingOptions, IParagraphStyleOptions, ISectionPropertiesOptions, IStylesOptions } from 'docx'
import { AlignmentType, LineRuleType, PageOrientation } from 'docx'
import { LANDSCAPE_TEXT_WIDTH, PORTRAIT_TEXT_WIDTH } from './model.ts'
import { bullets, headingNumbers, numbersFrom } from './numbering.ts'

/**
 * How every paper looks (LOOK.md, "The paper"). Nothing is formatted by hand anywhere else: an officer, or a council's
 * template, changes a style and the whole paper follows. Sizes are half-points, spaces are twips.
 */
const ACCENT = '0B5A5C'
const INK = '1A1A1A'
const QUIET = '4A4A4A'
const RULE = 'BFC6C6'
const HEADER_ROW = 'EAF1F1'
const FONT = 'Arial'

/** Ids of the paragraph styles that blocks name. */
export const styleIds = {
  title: 'Title',
  body: 'BodyText',
  list: 'ListParagraph',
  listEnd: 'ListParagraphLast',
  listContinue: 'ListContinue',
  listContinueEnd: 'ListContinueLast',
  caption: 'Caption',
  tableHeading: 'TableHeading',
  tableHeadingNumber: 'TableHeadingNumber',
  tableText: 'TableText',
  tableNumber: 'TableNumber',
  afterTable: 'BodyTextAfterTable',
  header: 'Header',
  footer: 'Footer',
  footerWide: 'FooterWide',
} as const

/** Id of the table style. */
export const TABLE_STYLE = 'QuartetTable'

/** Space before and after, and a line that grows with its text (`line` in 240ths of single spacing). */
const spacing = (before: number, after: number, line: number) => ({ before, after, line, lineRule: LineRuleType.AUTO })

const heading = (size: number, before: number, after: number, level: number) => ({
  name: `heading ${level + 1}`,
  basedOn: 'Normal',
  next: styleIds.body,
  quickFormat: true,
  uiPriority: 9,
  run: { font: FONT, size, bold: true, color: ACCENT },
  paragraph: {
    keepNext: true,
    keepLines: true,
    outlineLevel: level,
    spacing: spacing(before, after, 264),
    numbering: { reference: headingNumbers.reference, level },
  },
})

const own = (id: string, name: string, basedOn: string, rest: Omit<IParagraphStyleOptions, 'id'>): IParagraphStyleOptions => ({
  id,
  name,
  basedOn,
  quickFormat: true,
  ...rest,
})

export const styles: IStylesOptions = {
  default: {
    document: {
      run: { font: FONT, size: 24, color: INK, language: { value: 'en-GB', eastAsia: 'en-GB', bidirectional: 'ar-SA' } },
      paragraph: { spacing: spacing(0, 0, 264) },
    },
    title: {
      basedOn: 'Normal',
      next: styleIds.body,
      quickFormat: true,
      run: { font: FONT, size: 36, bold: true, color: ACCENT },
      paragraph: { keepNext: true, keepLines: true, spacing: spacing(0, 200, 252) },
    },
    heading1: heading(28, 360, 120, 0),
    heading2: heading(25, 280, 100, 1),
    heading3: heading(24, 240, 80, 2),
    caption: {
      basedOn: 'Normal',
      next: styleIds.body,
      quickFormat: true,
      run: { size: 22, bold: true, color: INK },
      paragraph: { keepNext: true, keepLines: true, spacing: spacing(280, 100, 264) },
    },
    listParagraph: {
      basedOn: styleIds.body,
      quickFormat: true,
      paragraph: { spacing: spacing(0, 70, 264) },
    },
  },
  paragraphStyles: [
    own(styleIds.body, 'Body Text', 'Normal', { paragraph: { spacing: spacing(0, 140, 264) } }),
    own(styleIds.afterTable, 'Body Text After Table', styleIds.body, { next: styleIds.body, paragraph: { spacing: spacing(240, 140, 264) } }),
    own(styleIds.listEnd, 'List Paragraph Last', styleIds.list, { paragraph: { spacing: spacing(0, 140, 264) } }),
    own(styleIds.listContinue, 'List Continue', styleIds.list, {}),
    own(styleIds.listContinueEnd, 'List Continue Last', styleIds.listEnd, {}),
    own(styleIds.tableText, 'Table Text', 'Normal', { run: { size: 22 }, paragraph: { spacing: spacing(0, 0, 240) } }),
    own(styleIds.tableNumber, 'Table Number', styleIds.tableText, { paragraph: { alignment: AlignmentType.RIGHT } }),
    own(styleIds.tableHeading, 'Table Heading', styleIds.tableText, { run: { bold: true }, paragraph: { keepNext: true } }),
    own(styleIds.tableHeadingNumber, 'Table Heading Number', styleIds.tableHeading, { paragraph: { alignment: AlignmentType.RIGHT } }),
    own(styleIds.header, 'header', 'Normal', { run: { size: 20, color: QUIET }, paragraph: { alignment: AlignmentType.RIGHT } }),
    own(styleIds.footer, 'footer', 'Normal', {
      run: { size: 20, color: QUIET },
      paragraph: { rightTabStop: PORTRAIT_TEXT_WIDTH },
    }),
    own(styleIds.footerWide, 'Footer Wide', 'Normal', {
      run: { size: 20, color: QUIET },
      paragraph: { rightTabStop: LANDSCAPE_TEXT_WIDTH },
    }),
  ],
}

export const numbering: INumberingOptions = { config: [headingNumbers, bullets, numbersFrom(1, 0)] }

/** A4 portrait with margins of 2.54 cm. */
export const portraitPage: ISectionPropertiesOptions = {
  page: {
    size: { width: 11_906, height: 16_838 },
    margin: { top: 1_440, right: 1_440, bottom: 1_440, left: 1_440, header: 708, footer: 708 },
  },
}

/** The same sheet on its side. docx turns the two lengths round itself. */
export const landscapePage: ISectionPropertiesOptions = {
  page: { ...portraitPage.page, size: { width: 11_906, height: 16_838, orientation: PageOrientation.LANDSCAPE } },
}

const rule = (side: string, size: number, colour: string): string => `<w:${side} w:val="single" w:sz="${size}" w:space="0" w:color="${colour}"/>`
const padding = (side: string, width: number): string => `<w:${side} w:w="${width}" w:type="dxa"/>`

/**
 * The table style: thin horizontal rules and a light header row. docx has no option for table styles, so it comes as
 * the external styles, which docx joins with the ones above.
 */
export const tableStyles =
  '<w:styles xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main">' +
  `<w:style w:type="table" w:customStyle="1" w:styleId="${TABLE_STYLE}"><w:name w:val="Quartet Table"/><w:uiPriority w:val="59"/><w:qFormat/>` +
  `<w:tblPr><w:tblBorders>${rule('top', 8, INK)}${rule('bottom', 8, INK)}${rule('insideH', 4, RULE)}</w:tblBorders>` +
  `<w:tblCellMar>${padding('top', 50)}${padding('left', 85)}${padding('bottom', 50)}${padding('right', 85)}</w:tblCellMar></w:tblPr>` +
  `<w:tblStylePr w:type="firstRow"><w:tcPr><w:tcBorders>${rule('bottom', 8, INK)}</w:tcBorders>` +
  `<w:shd w:val="clear" w:color="auto" w:fill="${HEADER_ROW}"/></w:tcPr></w:tblStylePr></w:style></w:styles>`
