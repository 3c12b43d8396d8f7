/** Milliseconds of work in one task: the rest of a frame is the browser's, for style, layout and paint of what was built. */
const BUDGET_MS = 6

interface Job {
  run: () => void
  distance: number
}

export interface Slicer {
  /** Runs it soon, before all that is more distant. */
  add: (run: () => void, distance: number) => void
  dispose: () => void
}

export interface Clockwork {
  now: () => number
  soon: (run: () => void) => void
}

const clockwork: Clockwork = {
  now: () => performance.now(),
  // After the frame that the last slice has changed.
  soon: (run) => requestAnimationFrame(() => setTimeout(run)),
}

/** Does work in slices, one a frame, so that no task is long. */
export function makeSlicer({ now, soon }: Clockwork = clockwork): Slicer {
  let jobs: Job[] = []
  let isWaiting = false
  const work = () => {
    isWaiting = false
    const end = now() + BUDGET_MS
    jobs.sort((a, b) => b.distance - a.distance)
    // A row that can't be built is no reason to leave the others empty.
    try {
      do jobs.pop()?.run()
      while (jobs.length > 0 && now() < end)
    } finally {
      wait()
    }
  }
  const wait = () => {
    if (isWaiting || jobs.length === 0) return
    isWaiting = true
    soon(work)
  }
  return {
    add(run, distance) {
      jobs.push({ run, distance })
      wait()
    },
    dispose: () => (jobs = []),
  }
}
