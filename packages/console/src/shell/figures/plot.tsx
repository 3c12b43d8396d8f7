import { createEffect, createSignal, onCleanup, type JSX } from 'solid-js'
import 'uplot/dist/uPlot.min.css'
import { resolvedTheme } from '../../ui/preferences.ts'
import { drawPlot, type Drawn } from './draw-plot.ts'
import styles from './figures.module.css'
import { sayValues, type Points } from './series.ts'

export interface PlotProps {
  title: string
  points: Points
  format: (value: number) => string
  /** Distances between two lines of the grid that read well. */
  steps: number[]
  /** The scale goes up to this at least. */
  floor: number
  limit?: number | undefined
}

/** A value over the last minutes. What the line shows stands above it in words, for whoever does not see it. */
export function Plot(props: PlotProps): JSX.Element {
  const [pointed, setPointed] = createSignal<string | null>(null)
  const values = () => props.points[1].filter((value) => value !== null)
  let frame: HTMLDivElement | undefined
  let drawn: Drawn | undefined

  // Colours are read when the plot is made: another theme is another plot.
  createEffect(() => {
    resolvedTheme()
    if (!frame) return
    const { format, steps, floor, limit } = props
    drawn = drawPlot(frame, { format, steps, floor, limit, onPoint: setPointed })
    onCleanup(drawn.remove)
  })
  createEffect(() => {
    resolvedTheme()
    drawn?.show(props.points)
  })

  return (
    <figure class={styles.figure}>
      <figcaption class={styles.caption}>
        <span class={styles.title}>{props.title}</span>
        <span class={styles.value}>{pointed() ?? sayValues(values(), props.format)}</span>
      </figcaption>
      <div class={styles.plot} ref={(element) => (frame = element)} aria-hidden="true" />
    </figure>
  )
}
