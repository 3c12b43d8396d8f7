/** Which session somebody looks into from its row, without leaving where they are. */
import { createSignal, onCleanup, type Accessor } from 'solid-js'

export interface Peeked {
  /** Its key in the roster view. */
  name: string
  row: HTMLElement
  /** Opened by key: the card takes the focus, and gives it back. */
  byKey: boolean
}

export interface Peek {
  at: Accessor<Peeked | undefined>
  /** At once, with the focus; the same row again closes it, unless the card was only looked at. */
  toggle(this: void, row: HTMLElement): void
  /** Somebody uses the card: it stays until it is closed. */
  hold(this: void): void
  /** The pointer rests on this row; on the card itself: undefined. */
  rest(this: void, row: HTMLElement | undefined): void
  /** It has left both. */
  leave(this: void): void
  close(this: void): void
}

/** Who moves over the roster does not look into it. Milliseconds. */
export const REST_MS = 600
/** With a card open the next one comes sooner, and the way from the row to the card has to be possible. */
const NEXT_MS = 250

/** Belongs to the calling owner. `isSession`: of what kind the row of this key is. */
export function createPeek(isSession: (name: string) => boolean): Peek {
  const [at, setAt] = createSignal<Peeked>()
  let timer: ReturnType<typeof setTimeout> | undefined
  /** Whatever the pointer does, it stays. */
  let isHeld = false
  const later = (act: () => void, ms: number) => {
    clearTimeout(timer)
    timer = setTimeout(act, ms)
  }
  const show = (row: HTMLElement, byKey: boolean) => {
    clearTimeout(timer)
    const name = row.dataset['entry']
    if (name === undefined || !isSession(name)) return
    isHeld = byKey
    setAt({ name, row, byKey })
  }
  const close = () => {
    clearTimeout(timer)
    setAt(undefined)
  }
  onCleanup(() => clearTimeout(timer))
  return {
    at,
    toggle: (row) => (isHeld && at()?.name === row.dataset['entry'] ? close() : show(row, true)),
    hold() {
      clearTimeout(timer)
      isHeld = true
    },
    rest(row) {
      const now = at()
      // What is used stays until it is closed; what is rested upon stays as well.
      if (now && (isHeld || !row || now.name === row.dataset['entry'])) clearTimeout(timer)
      else if (row) later(() => row.isConnected && show(row, false), now ? NEXT_MS : REST_MS)
    },
    leave() {
      const now = at()
      if (!now) clearTimeout(timer)
      else if (!isHeld) later(close, NEXT_MS)
    },
    close,
  }
}
