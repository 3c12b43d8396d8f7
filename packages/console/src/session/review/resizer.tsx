import { createSignal, onCleanup, onMount, type JSX } from 'solid-js'
import { clampWidth, LEAST_WIDTH } from './review-width.ts'
import { reviewIsFull, reviewWidth, setReviewWidth } from './review-state.ts'
import styles from './review.module.css'

/** CSS pixels by a press of an arrow key. */
const STEP = 32

/** The edge between conversation and review: pulled, or moved by arrow keys; a double click gives each its half. */
export const Resizer = (): JSX.Element => {
  const [pulling, setPulling] = createSignal(false)
  const [shown, setShown] = createSignal(LEAST_WIDTH)
  const [widest, setWidest] = createSignal(LEAST_WIDTH)
  let edge: HTMLDivElement | undefined
  const column = () => edge?.parentElement
  const room = () => column()?.parentElement?.clientWidth ?? 0
  // What was chosen in a wider window may not fit into this one.
  const now = () => Math.min(reviewWidth() || shown(), widest())
  onMount(() => {
    const observer = new ResizeObserver(() => {
      setShown(column()?.offsetWidth ?? LEAST_WIDTH)
      setWidest(clampWidth(Infinity, room()))
    })
    for (const observed of [column(), column()?.parentElement]) if (observed) observer.observe(observed)
    onCleanup(() => observer.disconnect())
  })
  const resize = (width: number) => setReviewWidth(Math.round(clampWidth(width, room())))
  const pull = (event: PointerEvent) => {
    if (!pulling()) return
    const right = column()?.getBoundingClientRect().right ?? 0
    resize(right - event.clientX)
  }
  const press = (event: KeyboardEvent) => {
    const width = {
      ArrowLeft: now() + STEP,
      ArrowRight: now() - STEP,
      Home: LEAST_WIDTH,
      End: widest(),
    }[event.key]
    if (width === undefined) return
    event.preventDefault()
    event.stopPropagation()
    resize(width)
  }
  return (
    <div
      ref={(element) => (edge = element)}
      class={styles.edge}
      role="separator"
      aria-orientation="vertical"
      aria-label="Width of the review"
      aria-valuemin={LEAST_WIDTH}
      aria-valuemax={widest()}
      aria-valuenow={now()}
      tabIndex={reviewIsFull() ? -1 : 0}
      data-pulling={pulling() ? '' : undefined}
      onPointerDown={(event) => {
        event.currentTarget.setPointerCapture(event.pointerId)
        setPulling(true)
      }}
      onPointerMove={pull}
      onPointerUp={() => setPulling(false)}
      onPointerCancel={() => setPulling(false)}
      onDblClick={() => setReviewWidth(0)}
      onKeyDown={press}
    />
  )
}
