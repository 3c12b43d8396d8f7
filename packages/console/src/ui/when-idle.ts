/** However busy the page is, it does not wait longer than this. Milliseconds. */
const LONGEST_MS = 2000

/** Runs when the page has nothing better to do. Returns how to call it off. WebKit has no idle callbacks: there after what is queued now. */
export function whenIdle(run: () => void): () => void {
  if (typeof requestIdleCallback === 'function') {
    const id = requestIdleCallback(run, { timeout: LONGEST_MS })
    return () => cancelIdleCallback(id)
  }
  const timer = setTimeout(run)
  return () => clearTimeout(timer)
}
