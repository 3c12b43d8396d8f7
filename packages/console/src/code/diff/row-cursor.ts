import { createSignal, type Accessor } from 'solid-js'
import type { PickingOptions } from './create-picking.ts'
import { stretchTo, type LineRange } from './line-range.ts'

/** Where the arrow keys are in a diff that has the focus, and the lines that Shift chose with them. */
export function createCursor({ lines, onPick }: Pick<PickingOptions, 'lines' | 'onPick'>): {
  range: Accessor<LineRange | undefined>
  press: (event: KeyboardEvent) => void
} {
  const [range, setRange] = createSignal<LineRange>()
  let start: LineRange | undefined
  const go = (step: number, stretches: boolean) => {
    const next = nextRow(lines(), range(), step)
    if (!next) return
    start = stretches ? (start ?? range() ?? next) : next
    setRange(stretches ? stretchTo(start, next.side, next.from) : next)
    mark(lines(), next)
  }
  const press = (event: KeyboardEvent) => {
    if (event.target !== event.currentTarget) return
    const step = { ArrowDown: 1, ArrowUp: -1 }[event.key]
    const chosen = range()
    if (step !== undefined) go(step, event.shiftKey)
    else if (event.key === 'Enter' && chosen) onPick(chosen)
    else if (event.key === 'Escape' && chosen) {
      setRange()
      mark(lines(), undefined)
    } else return
    event.preventDefault()
    event.stopPropagation()
  }
  return { range, press }
}

const rowsIn = (lines: HTMLElement | undefined) => [
  ...(lines?.querySelectorAll<HTMLElement>('[data-row]') ?? []),
]

/** The row behind or before the one that the keys are at; at first the first in sight. */
function nextRow(
  lines: HTMLElement | undefined,
  range: LineRange | undefined,
  step: number,
): LineRange | undefined {
  const rows = rowsIn(lines)
  const at = rows.findIndex((row) => row.dataset['cursor'] !== undefined)
  const first = rows.findIndex((row) => row.getBoundingClientRect().bottom > 0)
  const row = rows[range && at >= 0 ? at + step : first]
  if (!row) return undefined
  const line = Number(row.dataset['row'])
  return { side: row.dataset['rowSide'] === 'before' ? 'before' : 'after', from: line, to: line }
}

function mark(lines: HTMLElement | undefined, at: LineRange | undefined): void {
  for (const row of rowsIn(lines)) {
    const isAt = at && row.dataset['row'] === String(at.from) && row.dataset['rowSide'] === at.side
    if (!isAt) delete row.dataset['cursor']
    else {
      row.dataset['cursor'] = ''
      row.scrollIntoView({ block: 'nearest' })
    }
  }
}
