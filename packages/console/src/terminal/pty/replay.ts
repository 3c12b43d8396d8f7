/**
 * Cursor accounting. After a connect the engine sends what it has kept since the asked cursor, then where that ends (engine.md "PTY").
 * Where it begins follows from its length; only then is it known whether something is missing or came twice.
 */

export interface Replay {
  /** What to write: nothing of it was written before. */
  text: string
  /** UTF-16 units between what we had and the first that the engine still has. */
  skipped: number
  /** The cursor after `text`; the next connect asks from here. */
  position: number
}

/** `asked`: the cursor that the connect named. `text`: all that came before the control frame. `end`: the control frame's cursor. */
export function settleReplay(asked: number, text: string, end: number): Replay {
  const start = end - text.length
  return {
    text: text.slice(Math.max(0, asked - start)),
    skipped: Math.max(0, start - asked),
    position: end,
  }
}

/** Reads a binary frame: byte 0x00, then JSON. Undefined for anything else, which a newer engine may send. */
export function readControl(frame: ArrayBuffer): { cursor: number } | undefined {
  const bytes = new Uint8Array(frame)
  if (bytes[0] !== 0) return undefined
  try {
    const control = JSON.parse(new TextDecoder().decode(bytes.subarray(1))) as { cursor?: unknown } | null
    return typeof control?.cursor === 'number' ? { cursor: control.cursor } : undefined
  } catch {
    return undefined
  }
}
