/** Whether the conversation follows its newest line. Pure. */

/** The scroller at one moment, in CSS pixels. */
export interface ScrollState {
  top: number
  /** The height of all content. */
  content: number
  /** The height of the window onto it. */
  view: number
}

/** Closer to the end than this is at the end: a line, and what rounding and zoom do. */
const NEAR_PX = 32

export function isAtEnd({ top, content, view }: ScrollState): boolean {
  return content - view - top <= NEAR_PX
}

/**
 * Decides after a scroll whether to go on following. Only the reader's own move upwards ends it: content that shrinks moves the scroller up
 * as well, and new content leaves it behind the end until the next frame. Reaching the end by any way begins it again.
 */
export function followsAfterScroll(following: boolean, before: ScrollState, after: ScrollState): boolean {
  const movedUp = after.top < before.top - 1
  const shrank = after.content < before.content || after.view > before.view
  if (following && movedUp && !shrank) return isAtEnd(after) && before.top - after.top < NEAR_PX / 4
  return following || isAtEnd(after)
}

/** Decides after content or window changed their size: what was folded away may leave the reader at the end, what grows never pulls them there. */
export function followsAfterResize(following: boolean, before: ScrollState, after: ScrollState): boolean {
  if (following) return true
  const fits = after.content <= after.view
  return fits || (after.content < before.content && isAtEnd(after))
}

/** The text of the button that leads back. */
export function latestLabel(fresh: number): string {
  return fresh > 0 ? `Jump to latest · ${fresh} new` : 'Jump to latest'
}
