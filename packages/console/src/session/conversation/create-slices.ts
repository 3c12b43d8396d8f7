import { createEffect, createMemo, createSignal, on, onCleanup, type Accessor } from 'solid-js'
import { whenIdle } from '../../ui/when-idle.ts'

/** What fills a window, and is built at once. */
const FIRST = 4
/** Milliseconds of work in one task after that. */
const BUDGET_MS = 6

export interface Slices<T> {
  /** The end of the list, longer with each slice. */
  shown: Accessor<readonly T[]>
  /** From then on the list is shown as it is, whatever comes. */
  whole: Accessor<boolean>
  /** It came with all that was left, when there was enough before it: nobody sees it yet. */
  isRest: (one: T) => boolean
}

export interface SlicesOf<T> {
  list: Accessor<readonly T[]>
  /** Whether more would be out of sight. Asked before each slice, when nothing has changed since the last frame. */
  isFull: () => boolean
  now?: () => number
}

/**
 * Shows the newest of a list at once and the others when the page has nothing better to do, as many as a slice has time for, until they are out of sight:
 * sixty rows at once would hold up the first key.
 */
export function createSlices<T>({ list, isFull, now = () => performance.now() }: SlicesOf<T>): Slices<T> {
  const [count, setCount] = createSignal(FIRST)
  const whole = createMemo(() => list().length > 0 && count() >= list().length)
  let rest: ReadonlySet<T> = new Set()
  const grow = () => {
    const end = now() + BUDGET_MS
    if (isFull()) {
      rest = new Set(list().slice(0, -count()))
      return setCount(Infinity)
    }
    do setCount(count() + 1)
    while (!whole() && now() < end)
    return undefined
  }
  createEffect(
    on([count, () => list().length], ([shown, length]) => {
      if (length === 0 || shown === Infinity) return
      if (shown >= length) setCount(Infinity)
      else onCleanup(whenIdle(grow))
    }),
  )
  const shown = createMemo(() => (whole() ? list() : list().slice(-count())))
  return { shown, whole, isRest: (one) => rest.has(one) }
}
