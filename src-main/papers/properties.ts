import type { PaperDocument } from './model.ts'
import { tidyLine } from './text.ts'

const ESCAPES: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' }

/**
 * The file's own properties: title, subject, author, and the date it was made.
 *
 * docx stamps these with the clock's time, and an issued paper must be the same bytes whenever it is made, so this part
 * takes the place of docx's. The time is noon, so that no time zone moves the date.
 */
export function coreProperties(paper: PaperDocument): { path: string; data: string } {
  const made = `${paper.createdOn}T12:00:00Z`
  const author = text(paper.author)
  return {
    path: 'docProps/core.xml',
    data:
      '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>' +
      '<cp:coreProperties xmlns:cp="http://schemas.openxmlformats.org/package/2006/metadata/core-properties"' +
      ' xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:dcterms="http://purl.org/dc/terms/"' +
      ' xmlns:dcmitype="http://purl.org/dc/dcmitype/" xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance">' +
      `<dc:title>${text(paper.title)}</dc:title><dc:subject>${text(paper.subject)}</dc:subject><dc:creator>${author}</dc:creator>` +
      `<cp:lastModifiedBy>${author}</cp:lastModifiedBy><cp:revision>1</cp:revision>` +
      `<dcterms:created xsi:type="dcterms:W3CDTF">${made}</dcterms:created>` +
      `<dcterms:modified xsi:type="dcterms:W3CDTF">${made}</dcterms:modified><dc:language>en-GB</dc:language></cp:coreProperties>`,
  }
}

function text(given: string): string {
  return tidyLine(given, 'Not recorded').replace(/[&<>"]/g, (character) => ESCAPES[character] ?? character)
}
