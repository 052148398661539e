import type { BarSeriesOption } from 'echarts/charts'
import type { GridComponentOption, TitleComponentOption } from 'echarts/components'
import type { ComposeOption } from 'echarts/core'

export type BarsOption = ComposeOption<BarSeriesOption | GridComponentOption | TitleComponentOption>

/** One group's shares or counts, a bar each, in the order of the table, with what stands at its end. */
export interface BarGroup {
  label: string
  /** Null where there is nothing to be counted of: then there is no bar, and the words say why. */
  bars: readonly { label: string; value: number | null; words: string }[]
}

/** A share in per cent as a bar; `none` is what a share of nothing says. */
export function shareBar(label: string, percent: number | null, none: string): BarGroup['bars'][number] {
  return { label, value: percent, words: percent === null ? none : `${percent}%` }
}

export interface BarScale {
  /** What the longest possible bar stands for: of shares, 100. */
  longest: number
  /** The room for the names of the bars, in pixels. */
  names: number
}

export const BAR = 19
const TITLE = 26

/** How tall the chart stands, in pixels. */
export function heightOf(bars: number): number {
  return TITLE + bars * BAR + 4
}

/**
 * Two sets of bars side by side with the same lines, each bar with its number at its end: nothing has to be looked up
 * in a legend, and nothing is said by colour alone. Colours are the theme's own, so that they change with it.
 */
export function barsOption(groups: readonly BarGroup[], { longest, names }: BarScale): BarsOption {
  const labels = groups[0]?.bars.map(({ label }) => label) ?? []
  const grids = groups.map((_, at) => ({ left: at === 0 ? names + 12 : '60%', right: at === 0 ? '47%' : 56, top: TITLE, bottom: 2 }))
  return {
    animation: false,
    textStyle: { fontFamily: 'inherit' },
    title: groups.map(({ label }, at) => ({ text: label, left: at === 0 ? names + 6 : '59.2%', top: 0, textStyle: { fontSize: 13, fontWeight: 600, color: 'var(--text)' } })),
    grid: grids,
    xAxis: groups.map((_, at) => ({ type: 'value' as const, gridIndex: at, min: 0, max: longest, show: false })),
    yAxis: groups.map((_, at) => ({
      type: 'category' as const,
      gridIndex: at,
      inverse: true,
      data: [...labels],
      axisLine: { lineStyle: { color: 'var(--rule-strong)' } },
      axisTick: { show: false },
      axisLabel: { show: at === 0, interval: 0, fontSize: 13, color: 'var(--text)', width: names, overflow: 'truncate' as const },
    })),
    series: groups.map(({ bars }, at) => ({
      type: 'bar' as const,
      xAxisIndex: at,
      yAxisIndex: at,
      barWidth: 10,
      emphasis: { disabled: true },
      itemStyle: { color: 'var(--accent)' },
      data: bars.map(({ value, words }) => ({
        value: value ?? 0,
        label: { show: true, position: 'right' as const, distance: 6, fontSize: 13, color: value === null ? 'var(--text-quiet)' : 'var(--text)', formatter: words },
      })),
    })),
  }
}

/** The same for a reader who hears it. */
export function barsInWords(what: string, groups: readonly BarGroup[]): string {
  const said = groups.map(({ label, bars }) => `${label}: ${bars.map((bar) => `${bar.label} ${bar.words}`).join(', ')}`)
  return `Chart. ${what}. ${said.join('. ')}. The numbers stand in the table.`
}
