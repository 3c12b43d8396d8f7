import { onCleanup } from 'solid-js'

/** By which a reader scrolls. */
const OWN_MOVES = ['wheel', 'touchmove', 'pointerdown', 'keydown'] as const

export interface Start {
  /** The id of the message at which a search begins. */
  from: () => string | undefined
  /** Somebody went to a match in this one: what is typed next is looked for from there. */
  set: (messageId: string) => void
}

/** The message in sight now, or since the reader scrolled last: not where the search itself has led, or each letter would lead further up. */
export function createStart(scroller: EventTarget, firstInSight: () => string | undefined): Start {
  let at = firstInSight()
  let hasMoved = false
  const gone = new AbortController()
  onCleanup(() => gone.abort())
  for (const move of OWN_MOVES)
    scroller.addEventListener(move, () => (hasMoved = true), { signal: gone.signal, passive: true })
  return {
    from() {
      if (hasMoved) at = firstInSight()
      hasMoved = false
      return at
    },
    set(messageId) {
      at = messageId
      hasMoved = false
    },
  }
}
