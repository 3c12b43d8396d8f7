/** Longest wait in a hidden tab, where the browser gives no animation frames. Milliseconds. */
const HIDDEN_MS = 250

export interface FrameClock {
  /** Runs the callback once, before the next paint. */
  request(): void
  dispose(): void
}

/** Calls `run` at most once per animation frame, and in a hidden tab a few times a second. */
export function makeFrameClock(run: () => void): FrameClock {
  let frame: number | undefined
  let timer: ReturnType<typeof setTimeout> | undefined

  function cancel(): void {
    if (frame !== undefined) cancelAnimationFrame(frame)
    clearTimeout(timer)
    frame = undefined
    timer = undefined
  }

  function fire(): void {
    cancel()
    run()
  }

  return {
    request() {
      if (timer !== undefined) return
      if (!document.hidden) frame = requestAnimationFrame(fire)
      timer = setTimeout(fire, HIDDEN_MS)
    },
    dispose: cancel,
  }
}
