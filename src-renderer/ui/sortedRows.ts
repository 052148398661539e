import type { UiListColumn, UiSort } from './shapes.ts'

/**
 * Rows that are all at hand, in the order of one column and, where it holds them equal, of another; else as they stood.
 * What is not recorded stands last in either direction.
 */
export function sortedRows<Row>(rows: readonly Row[], columns: readonly UiListColumn<Row>[], sorts: readonly (UiSort | undefined)[]): readonly Row[] {
  const orders = sorts.flatMap((sort) => {
    const column = columns.find(({ key }) => key === sort?.key)
    return sort && column ? [orderBy(column, sort)] : []
  })
  if (orders.length === 0) return rows
  return rows.toSorted((a, b) => orders.reduce((order, next) => order || next(a, b), 0))
}

const words = new Intl.Collator('en-GB', { numeric: true })

function orderBy<Row>(column: UiListColumn<Row>, { direction }: UiSort): (a: Row, b: Row) => number {
  const turned = direction === 'descending' ? -1 : 1
  return (a, b) => {
    const [x, y] = [column.value(a) ?? '', column.value(b) ?? '']
    if (x === '' || y === '') return Number(x === '') - Number(y === '')
    return turned * (typeof x === 'number' && typeof y === 'number' ? x - y : words.compare(String(x), String(y)))
  }
}
