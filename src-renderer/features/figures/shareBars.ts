import type { BarSeriesOption } from 'echarts/charts'
import type { GridComponentOption, TitleComponentOption } from 'echarts/components'
import type { ComposeOption } from 'echarts/core'

export type BarsOption = ComposeOption<BarSeriesOption | GridComponentOption | TitleComponentOption>

/** The shares of one group, a bar each, in the order of the table; null where there is nothing to be counted of. */
export interface BarGroup {
  label: string
  /** What a share of nothing says. */
  none: string
  bars: readonly { label: string; percent: number | null; numerator: number; denominator: number }[]
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
export function barsOption(groups: readonly BarGroup[]): BarsOption {
  const labels = groups[0]?.bars.map(({ label }) => label) ?? []
  const grids = groups.map((_, at) => ({ left: at === 0 ? 150 : '60%', right: at === 0 ? '47%' : 56, top: TITLE, bottom: 2 }))
  return {
    animation: false,
    textStyle: { fontFamily: 'inherit' },
    title: groups.map(({ label }, at) => ({ text: label, left: at === 0 ? 144 : '59.2%', top: 0, textStyle: { fontSize: 13, fontWeight: 600, color: 'var(--text)' } })),
    grid: grids,
    xAxis: groups.map((_, at) => ({ type: 'value' as const, gridIndex: at, min: 0, max: 100, show: false })),
    yAxis: groups.map((_, at) => ({
      type: 'category' as const,
      gridIndex: at,
      inverse: true,
      data: [...labels],
      axisLine: { lineStyle: { color: 'var(--rule-strong)' } },
      axisTick: { show: false },
      axisLabel: { show: at === 0, interval: 0, fontSize: 13, color: 'var(--text)', width: 138, overflow: 'truncate' as const },
    })),
    series: groups.map(({ bars, none }, at) => ({
      type: 'bar' as const,
      xAxisIndex: at,
      yAxisIndex: at,
      barWidth: 10,
      emphasis: { disabled: true },
      itemStyle: { color: 'var(--accent)' },
      // A share of nothing has no bar, and says so where the number would stand.
      data: bars.map(({ percent }) => ({
        value: percent ?? 0,
        label: { show: true, position: 'right' as const, distance: 6, fontSize: 13, color: percent === null ? 'var(--text-quiet)' : 'var(--text)', formatter: percent === null ? none : `${percent}%` },
      })),
    })),
  }
}

/** The same for a reader who hears it. */
export function barsInWords(what: string, groups: readonly BarGroup[]): string {
  const said = groups.map(({ label, none, bars }) => `${label}: ${bars.map((bar) => `${bar.label} ${bar.percent === null ? none : `${bar.percent}%`}`).join(', ')}`)
  return `Chart. ${what}. ${said.join('. ')}. The numbers stand in the table.`
}
