/** A row as the plain grid holds it. */
export interface PlainRow {
  name: string
  type: string
  district: string
  lastVisit: string
  open: boolean
}

/** Runs in the page. The plainest grid that does the same: every row in memory, filtered by `includes`, the rows in sight drawn. */
export function plainGrid(rows: PlainRow[]): void {
  const ROW = 36
  const SHOWN = 40
  const folded = rows.map((row) => row.name.toLowerCase())
  const on = { open: true, notVisited: false }
  const main = document.querySelector('main')
  if (!main) return
  main.innerHTML = `<label>Search schools <input></label> <button>Open</button> <button>Not visited</button>
    <div role="grid" aria-label="Schools" style="height:600px;overflow:auto"><div style="position:relative"></div></div>`
  const [input, grid, body] = [main.querySelector('input'), main.querySelector('[role=grid]'), main.querySelector<HTMLElement>('[role=grid] > div')]
  let kept: number[] = []

  function draw() {
    if (!grid || !body) return
    const first = Math.floor(grid.scrollTop / ROW)
    body.style.height = `${kept.length * ROW}px`
    body.innerHTML = kept
      .slice(first, first + SHOWN)
      .map((at, place) => {
        const row = rows[at]
        const cells = [row?.name, row?.type, row?.district, row?.lastVisit].map((text) => `<span style="display:inline-block;width:24%">${text ?? ''}</span>`)
        return `<div role="row" style="position:absolute;top:${(first + place) * ROW}px;height:${ROW}px;width:100%">${cells.join('')}</div>`
      })
      .join('')
    grid.setAttribute('aria-rowcount', String(kept.length + 1))
  }

  function filter() {
    const words = input?.value.toLowerCase() ?? ''
    kept = []
    rows.forEach((row, at) => {
      if ((!on.open || row.open) && (!on.notVisited || row.lastVisit === '') && folded[at]?.includes(words)) kept.push(at)
    })
    if (grid) grid.scrollTop = 0
    draw()
  }

  input?.addEventListener('input', filter)
  grid?.addEventListener('scroll', draw)
  main.querySelectorAll('button').forEach((button, at) =>
    button.addEventListener('click', () => {
      if (at === 0) on.open = !on.open
      else on.notVisited = !on.notVisited
      filter()
    }),
  )
  filter()
}
