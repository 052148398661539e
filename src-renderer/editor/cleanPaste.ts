import { wordLists } from './wordLists.ts'

/** A style sheet goes before the words are read: even reading it apart from the page is against the security policy. */
const STYLE_SHEET = /<style\b[\s\S]*?<\/style\s*>/gi

/** What says nothing to a reader. */
const SILENT = 'style, script, meta, link, title, xml, template'

/**
 * What was copied elsewhere, ready for the editor: Word's paragraphs that only look like lists become lists, a row of a
 * table becomes a line with tabs between its cells, and no style is left for the page's security policy to complain of.
 * It is read apart from the page, so nothing of it runs or is fetched. What was copied from the editor stays as it is.
 */
export function cleanPaste(html: string): string {
  if (/\sdata-pm-slice=/.test(html)) return html
  const { body } = new DOMParser().parseFromString(html.replace(STYLE_SHEET, ''), 'text/html')
  for (const silent of body.querySelectorAll(SILENT)) silent.remove()
  wordLists(body)
  for (const table of [...body.querySelectorAll('table')].reverse()) tableToLines(table)
  const comments = document.createNodeIterator(body, NodeFilter.SHOW_COMMENT)
  const found: Node[] = []
  for (let next = comments.nextNode(); next; next = comments.nextNode()) found.push(next)
  for (const comment of found) comment.parentNode?.removeChild(comment)
  for (const styled of body.querySelectorAll('[style]')) keepLook(styled)
  return body.innerHTML
}

/** A row on a line. `pre` is what keeps the tabs; the editor has no such block and makes a paragraph of it. */
function tableToLines(table: HTMLTableElement): void {
  const lines = [...table.rows].map((row) => {
    const line = row.ownerDocument.createElement('pre')
    line.textContent = [...row.cells].map((cell) => (cell.textContent ?? '').replace(/\s+/g, ' ').trim()).join('\t')
    return line
  })
  table.replaceWith(...lines)
}

/** Programs that write bold and italic as styles (and `<b>` for what is not bold) keep them as elements. */
function keepLook(element: Element): void {
  const style = (element.getAttribute('style') ?? '').toLowerCase()
  element.removeAttribute('style')
  if (element.tagName === 'B' && /(?:^|[;\s])font-weight:\s*(?:normal|400)/.test(style)) {
    element.replaceWith(...element.childNodes)
    return
  }
  if (element.tagName !== 'SPAN') return
  if (/(?:^|[;\s])font-weight:\s*(?:bold|[6-9]00)/.test(style)) wrapContent(element, 'strong')
  if (/font-style:\s*italic/.test(style)) wrapContent(element, 'em')
}

function wrapContent(element: Element, name: string): void {
  const look = element.ownerDocument.createElement(name)
  look.append(...element.childNodes)
  element.append(look)
}
