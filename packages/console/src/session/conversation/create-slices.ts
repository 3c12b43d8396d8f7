import { createEffect, createMemo, createSignal, on, onCleanup, type Accessor } from 'solid-js'
import { whenIdle } from '../../ui/when-idle.ts'

/** What fills a window, and what is built at once after it: a few milliseconds each. */
const FIRST = 4
const STEP = 4

export interface Slices<T> {
  /** The end of the list, longer with each slice. */
  shown: Accessor<readonly T[]>
  /** From then on the list is shown as it is, whatever comes. */
  whole: Accessor<boolean>
}

/** Shows the newest of a list at once and the others when the page has nothing better to do: sixty rows at once would hold up the first key. */
export function createSlices<T>(list: Accessor<readonly T[]>): Slices<T> {
  const [count, setCount] = createSignal(FIRST)
  const whole = createMemo(() => list().length > 0 && count() >= list().length)
  createEffect(
    on([count, () => list().length], ([now, length]) => {
      if (length === 0 || now === Infinity) return
      if (now >= length) setCount(Infinity)
      else onCleanup(whenIdle(() => setCount(now + STEP)))
    }),
  )
  return { shown: createMemo(() => (whole() ? list() : list().slice(-count()))), whole }
}
