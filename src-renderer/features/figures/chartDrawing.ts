import { BarChart } from 'echarts/charts'
import { GridComponent, TitleComponent } from 'echarts/components'
import { init, use } from 'echarts/core'
import { SVGRenderer } from 'echarts/renderers'
import { useResizeObserver } from '@vueuse/core'
import { onBeforeUnmount, onMounted, watch, type Ref } from 'vue'
import type { BarsOption } from './shareBars.ts'

// Only what is drawn here is taken in: bars, their grid and titles, as SVG.
use([BarChart, GridComponent, TitleComponent, SVGRenderer])

/**
 * Keeps a chart drawn in an element, at its width, as long as the component lives.
 *
 * @param choose is told which bar of which group was pressed
 */
export function useChart(place: Readonly<Ref<HTMLElement | null>>, option: () => BarsOption, height: () => number, choose: (group: number, bar: number) => void): void {
  let chart: ReturnType<typeof init> | undefined

  function draw() {
    chart?.resize({ height: height() })
    chart?.setOption(option(), { notMerge: true })
  }

  onMounted(() => {
    if (!place.value) return
    chart = init(place.value, null, { renderer: 'svg', height: height() })
    chart.on('click', ({ seriesIndex, dataIndex }) => choose(seriesIndex ?? 0, dataIndex))
    draw()
  })
  watch(option, draw)
  useResizeObserver(place, () => chart?.resize())
  onBeforeUnmount(() => chart?.dispose())
}
