import type { ExplainedFigure } from '../../../src-main/api/figures.ts'
import { writeDate } from '../../ui/useDateText.ts'

/** "Up 6 and 4 points since the Quartet of 9 May 2016." Nothing where one of the shares has nothing to be counted of. */
export function movedSince(now: readonly ExplainedFigure[], then: readonly ExplainedFigure[], date: string): string {
  const points = now.map((figure) => {
    const before = then.find((other) => other.id === figure.id && other.group === figure.group)
    return figure.percent === null || before?.percent === undefined || before.percent === null ? null : figure.percent - before.percent
  })
  if (points.length === 0 || points.includes(null)) return ''
  const known = points.flatMap((point) => (point === null ? [] : [point]))
  const since = `since the Quartet of ${writeDate(date)}.`
  if (known.every((point) => point === 0)) return `Unchanged ${since}`
  const word = (point: number) => `${point < 0 ? 'down' : 'up'} ${Math.abs(point)}`
  const sameWay = known.every((point) => point >= 0) || known.every((point) => point < 0)
  const last = Math.abs(known.at(-1) ?? 0) === 1 ? 'point' : 'points'
  const words = sameWay ? `${word(known[0] ?? 0)}${known.slice(1).map((point) => ` and ${Math.abs(point)}`).join('')}` : known.map(word).join(' and ')
  return `${words.charAt(0).toUpperCase()}${words.slice(1)} ${last} ${since}`
}
