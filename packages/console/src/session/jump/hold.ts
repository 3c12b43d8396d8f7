/** Frames after which everything around has its height: rows near the window are built a few a frame. */
const FRAMES = 60
/** By which a reader takes something into their own hands. */
const OWN_MOVES = ['wheel', 'touchstart', 'pointerdown', 'keydown'] as const

/** Aborted when the reader takes anything into their own hands, or by whom it is made for, who does so in any case. */
export function watchHands(): AbortController {
  const stop = new AbortController()
  for (const move of OWN_MOVES)
    addEventListener(move, () => stop.abort(), { signal: stop.signal, capture: true, passive: true })
  return stop
}

/**
 * Moves the scroller by `offBy`, in CSS pixels, now and while what is around gets its height, until the reader moves it. Undefined: there is
 * nothing to be moved to any more.
 */
export function holdAt(scroller: HTMLElement, offBy: () => number | undefined): void {
  const stop = watchHands()
  let frames = 0
  const look = () => {
    const by = stop.signal.aborted ? undefined : offBy()
    if (by === undefined || frames > FRAMES) {
      stop.abort()
      return
    }
    if (Math.abs(by) > 1) scroller.scrollTop += by
    frames += 1
    requestAnimationFrame(look)
  }
  look()
}
