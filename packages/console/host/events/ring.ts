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
  let frames: string[] = []
  /** Frames before this index are given up; the array is cut when half of it is. */
  let head = 0
  let bytes = 0
  let seq = 0

  function shrink(): void {
    while (frames.length - head > limits.frames || bytes > limits.bytes) {
      bytes -= frames[head]?.length ?? 0
      frames[head] = ''
      head += 1
    }
    if (head > 64 && head * 2 > frames.length) {
      frames = frames.slice(head)
      head = 0
    }
  }

  return {
    get seq() {
      return seq
    },
    push(text) {
      seq += 1
      frames.push(text)
      bytes += text.length
      shrink()
    },
    after(since) {
      const missed = seq - since
      if (!Number.isInteger(since) || missed < 0 || missed > frames.length - head) return null
      return missed === 0 ? [] : frames.slice(-missed)
    },
  }
}
