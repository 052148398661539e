/** One measured figure; with a limit it is one that was promised. */
export interface Measure {
  what: string
  value: number
  unit: 'ms' | 'MB' | 'times'
  limit?: number
}

/** The value below which `share` per cent of the measured ones lie. */
export function percentile(values: readonly number[], share: number): number {
  const sorted = values.toSorted((a, b) => a - b)
  return sorted[Math.min(sorted.length - 1, Math.ceil((share / 100) * sorted.length) - 1)] ?? 0
}

/** A line a figure; answers whether every promise was kept. */
export function report(measures: readonly Measure[]): boolean {
  for (const { what, value, unit, limit } of measures) {
    const kept = limit === undefined ? '' : value <= limit ? `   (at most ${limit}: kept)` : `   (at most ${limit}: NOT kept)`
    console.log(`${what.padEnd(70)} ${value.toFixed(2).padStart(10)} ${unit}${kept}`)
  }
  return measures.every(({ value, limit }) => limit === undefined || value <= limit)
}
