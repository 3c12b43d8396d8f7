/**
 * The terminals that this page has started and not shown yet. What such a terminal has printed so far may hold a question that still
 * waits for its answer (some shells ask at their start and wait for seconds); in any other replay the questions are past.
 */
const fresh = new Set<string>()

export function noteFresh(ptyId: string): void {
  fresh.add(ptyId)
}

/** Whether it is one of them; from now on it is not. */
export function takeFresh(ptyId: string): boolean {
  return fresh.delete(ptyId)
}
