import UPlot from 'uplot'
import { readColor } from '../../ui/preferences.ts'
import { ceilingOf, SPAN_SECONDS, type Points } from './series.ts'

const HEIGHT = 132
const FONT = '12px system-ui, sans-serif'
const clock = new Intl.DateTimeFormat('en', { hour: '2-digit', minute: '2-digit', hourCycle: 'h23' })
const exactClock = new Intl.DateTimeFormat('en', { timeStyle: 'medium', hourCycle: 'h23' })

export interface PlotOptions {
  format: (value: number) => string
  steps: number[]
  floor: number
  limit?: number | undefined
  /** What lies under the pointer, in words; null: it has left. */
  onPoint: (text: string | null) => void
}

export interface Drawn {
  show: (points: Points) => void
  remove: () => void
}

/** Draws into `frame`, as wide as that is, in the colours of the theme on screen. */
export function drawPlot(frame: HTMLElement, options: PlotOptions): Drawn {
  const plot = new UPlot(optionsOf(frame.clientWidth, options), [[], []], frame)
  const observer = new ResizeObserver(() => plot.setSize({ width: frame.clientWidth, height: HEIGHT }))
  observer.observe(frame)
  return {
    show: (points) => plot.setData(points),
    remove: () => {
      observer.disconnect()
      plot.destroy()
    },
  }
}

function optionsOf(width: number, { format, steps, floor, limit, onPoint }: PlotOptions): UPlot.Options {
  const [ink, grid] = [readColor('--ink-3'), readColor('--line')]
  const lines = { stroke: grid, width: 1 }
  const axis = { stroke: ink, font: FONT, grid: lines, ticks: { show: false } }
  return {
    width,
    height: HEIGHT,
    padding: [8, 20, 0, 0],
    legend: { show: false },
    cursor: { y: false, drag: { x: false, y: false }, points: { size: 7 } },
    scales: {
      x: { range: (_, _least, most) => [most - SPAN_SECONDS, most] },
      y: { range: (_, _least, most) => [0, ceilingOf(most ?? 0, floor, limit)] },
    },
    axes: [
      {
        ...axis,
        size: 26,
        space: 64,
        incrs: [60, 120, 300],
        values: (_, seconds) => seconds.map((at) => clock.format(at * 1000)),
      },
      { ...axis, size: 58, space: 20, incrs: steps, values: (_, values) => values.map(format) },
    ],
    series: [
      {},
      { stroke: readColor('--ink-2'), fill: readColor('--grey-soft'), width: 1.5, points: { show: false } },
    ],
    hooks: {
      setCursor: [(plot) => onPoint(sayPoint(plot, format))],
      draw: [(plot) => limit !== undefined && drawLimit(plot, limit, `limit ${format(limit)}`)],
    },
  }
}

function sayPoint({ cursor, data }: UPlot, format: (value: number) => string): string | null {
  const { idx } = cursor
  if (idx === null || idx === undefined) return null
  const [at, value] = [data[0][idx], data[1]?.[idx]]
  if (at === undefined || value === undefined || value === null) return null
  return `${format(value)} at ${exactClock.format(at * 1000)}`
}

/** A dashed line with its name: by shape, not by colour alone. */
function drawLimit(plot: UPlot, limit: number, name: string): void {
  if ((plot.scales['y']?.max ?? 0) < limit) return
  const { ctx, bbox } = plot
  const y = plot.valToPos(limit, 'y', true)
  ctx.save()
  ctx.strokeStyle = ctx.fillStyle = readColor('--amber')
  ctx.lineWidth = devicePixelRatio
  ctx.setLineDash([4 * devicePixelRatio, 4 * devicePixelRatio])
  ctx.beginPath()
  ctx.moveTo(bbox.left, y)
  ctx.lineTo(bbox.left + bbox.width, y)
  ctx.stroke()
  ctx.font = `${12 * devicePixelRatio}px system-ui, sans-serif`
  // Above the line and at its old end: the newest values are at the other.
  ctx.textAlign = 'left'
  ctx.textBaseline = 'bottom'
  ctx.fillText(name, bbox.left + 4 * devicePixelRatio, y - 2 * devicePixelRatio)
  ctx.restore()
}
