declare global {
  interface Window {
    /** Milliseconds from the latest key to the frame after the one that shows another number of rows. */
    paintedAfter: (patience: number) => Promise<number>
  }
}

/**
 * Runs in the page. From the moment that the system gave the key, to the second animation frame after the grid says
 * another number of rows: when that one begins, the first has been painted.
 */
export function watchFrames(): void {
  let pressed = 0
  let painted: number | null = null
  let tell: ((milliseconds: number) => void) | null = null
  const grid = document.querySelector('[role=grid]')
  if (!grid) throw new Error('There is no grid on this page')
  window.addEventListener('keydown', (event) => ([pressed, painted] = [event.timeStamp, null]), { capture: true })
  new MutationObserver(() => {
    requestAnimationFrame(() =>
      requestAnimationFrame(() => {
        painted = performance.now() - pressed
        tell?.(painted)
        tell = null
      }),
    )
  }).observe(grid, { attributeFilter: ['aria-rowcount'] })
  window.paintedAfter = (patience) =>
    new Promise((resolve, reject) => {
      if (painted !== null) return resolve(painted)
      tell = resolve
      setTimeout(() => reject(new Error('The number of rows did not change')), patience)
    })
}
