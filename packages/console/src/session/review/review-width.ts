/** How wide the review can be, beside a conversation that can still be read. Pure. CSS pixels. */

export const LEAST_WIDTH = 320
/** What is left to the conversation. */
const LEFT = 380

export const clampWidth = (width: number, room: number): number =>
  Math.max(LEAST_WIDTH, Math.min(width, room - LEFT))
