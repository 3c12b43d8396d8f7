/** PURE: the newest frames, numbered, bounded by count and by bytes, so that a tab that was away can catch up (faults.md 43). */

export interface RingLimits {
  frames: number
  bytes: number
}

export interface Ring {
  /** The newest number; 0 before the first frame. */
  readonly seq: number
  /** Keeps the encoded frame under the number `seq + 1`. */
  push(text: string): void
  /** Exactly the frames after `seq`, oldest first; null when some of them are gone or never were. */
  after(seq: number): string[] | null
}

/** Bytes are counted as UTF-16 units: what the strings cost here, and near enough to what they cost on the wire. */
export function makeRing(limits: RingLimits): Ring {
  /** By their numbers, which have no gaps. */
  const frames = new Map<number, string>()
  /** The number of the oldest. A Map is slow to find its first key when many before it are gone. */
  let first = 1
  let bytes = 0
  let seq = 0

  function shrink(): void {
    while (first <= seq && (frames.size > limits.frames || bytes > limits.bytes)) {
      bytes -= frames.get(first)?.length ?? 0
      frames.delete(first)
      first += 1
    }
  }

  return {
    get seq() {
      return seq
    },
    push(text) {
      seq += 1
      frames.set(seq, text)
      bytes += text.length
      shrink()
    },
    after(since) {
      const missed = seq - since
      if (!Number.isInteger(since) || missed < 0 || missed > frames.size) return null
      return [...frames.values()].slice(frames.size - missed)
    },
  }
}
