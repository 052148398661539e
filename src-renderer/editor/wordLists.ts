interface Point {
  level: number
  ordered: boolean
  number: number
}

const IGNORED = /mso-list:\s*ignore/i

/** Where a paragraph of Word stands in a list: its level by its style, its kind by the sign set before its words. */
function pointOf(paragraph: Element): Point | null {
  const level = /mso-list:\s*l\d+\s+level(\d+)/i.exec(paragraph.getAttribute('style') ?? '')
  if (!level) return null
  const sign = [...paragraph.querySelectorAll('[style]')].find((each) => IGNORED.test(each.getAttribute('style') ?? ''))
  const words = (sign?.textContent ?? '').replace(/\s+/g, '')
  sign?.remove()
  return { level: Number(level[1]), ordered: /^\(?(?:\d+|[a-z]{1,4})[.)]$/i.test(words), number: Number(/^\(?(\d+)/.exec(words)?.[1] ?? '1') }
}

/**
 * Turns runs of Word's list paragraphs (`mso-list: l0 level1 lfo1`) into lists. A level that is skipped is no level of
 * its own: what stands deeper than the point above it stands directly under that point.
 */
export function wordLists(body: HTMLElement): void {
  const open: { list: Element; level: number; ordered: boolean }[] = []
  for (const paragraph of [...body.querySelectorAll('p, div, h1, h2, h3, h4, h5, h6')]) {
    const point = pointOf(paragraph)
    if (!point) continue
    // Something between two points ends the list.
    if (open[0]?.list !== paragraph.previousElementSibling) open.length = 0
    while ((open.at(-1)?.level ?? 0) > point.level) open.pop()
    const same = open.at(-1)
    if (same?.level === point.level && same.ordered !== point.ordered) open.pop()
    if (open.at(-1)?.level !== point.level) {
      const list = begin(paragraph, point)
      const above = open.at(-1)?.list.lastElementChild
      if (above) above.append(list)
      else paragraph.before(list)
      open.push({ list, level: point.level, ordered: point.ordered })
    }
    const item = paragraph.ownerDocument.createElement('li')
    const words = paragraph.ownerDocument.createElement('p')
    words.append(...paragraph.childNodes)
    item.append(words)
    open.at(-1)?.list.append(item)
    paragraph.remove()
  }
}

function begin(paragraph: Element, point: Point): Element {
  const list = paragraph.ownerDocument.createElement(point.ordered ? 'ol' : 'ul')
  if (point.ordered && point.number !== 1) list.setAttribute('start', String(point.number))
  return list
}
