import type { UiColumn, UiColumnLayout, UiListColumn } from './shapes.ts'

/** Narrower than this a column says nothing; wider, it hides the others. In pixels. */
const NARROWEST = 56
const WIDEST = 900

type Offer = Pick<UiListColumn<never>, 'key' | 'fixed' | 'plain'>

/** The columns as the list opens. */
export function plainLayout(offers: readonly Offer[]): UiColumnLayout {
  return offers.filter(({ plain, fixed }) => plain || fixed).map(({ key }) => ({ key }))
}

/** A kept layout as it may be used: columns that are no longer offered are left out, and fixed ones stand first. */
export function usable(offers: readonly Offer[], layout: UiColumnLayout): UiColumnLayout {
  const fixed = offers.filter((offer) => offer.fixed).map(({ key }) => layout.find((one) => one.key === key) ?? { key })
  const others = layout.filter(({ key }, at) => offers.some((offer) => offer.key === key && !offer.fixed) && layout.findIndex((one) => one.key === key) === at)
  return [...fixed, ...others].map(({ key, width }) => (width === undefined ? { key } : { key, width: within(width) }))
}

/** The columns of a layout, with their widths. */
export function columnsOf<Column extends UiColumn & Offer>(offers: readonly Column[], layout: UiColumnLayout): Column[] {
  return usable(offers, layout).flatMap(({ key, width }) => {
    const offer = offers.find((one) => one.key === key)
    return offer ? [width === undefined ? offer : { ...offer, width: `${width}px` }] : []
  })
}

export function resized(layout: UiColumnLayout, key: string, width: number): UiColumnLayout {
  return layout.map((one) => (one.key === key ? { key, width: within(width) } : one))
}

/** The list with one entry moved by some places; it stops at the ends, and nothing goes before `first`. */
export function moved<One>(list: readonly One[], from: number, to: number, first = 0): One[] {
  const one = list[from]
  if (one === undefined || from < first) return [...list]
  return list.toSpliced(from, 1).toSpliced(Math.max(first, Math.min(to, list.length - 1)), 0, one)
}

function within(width: number): number {
  return Math.round(Math.max(NARROWEST, Math.min(width, WIDEST)))
}
