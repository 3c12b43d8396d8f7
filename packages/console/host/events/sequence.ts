/** The one numbered sequence of frames, each encoded once, kept for tabs that come back, and sent to all that listen. */
import type {
  EngineFrame,
  KeptFrame,
  Position,
  ResyncFrame,
  RosterFrame,
  ServersFrame,
} from '../../shared/events.ts'
import { makeRing, type RingLimits } from './ring.ts'

export type Listener = (text: string) => void

type Numbered = EngineFrame | KeptFrame | ResyncFrame | RosterFrame | ServersFrame

export interface Sequence {
  position(): Position
  /** Returns it as it was sent. */
  publish<F extends Numbered>(frame: Omit<F, keyof Position>): string
  /** Tells all of what has no number of its own, and is never replayed. */
  say(texts: readonly string[]): void
  /** What came after the place that a tab names as `<epoch>:<seq>`; null: that is too old, of another epoch or nonsense. */
  since(place: string | null): { from: number; frames: string[] } | null
  /** The number in a place that a tab names; NaN: it is none of this epoch. */
  numberOf(place: string | null): number
  /** Until the returned function is called. */
  listen(listener: Listener): () => void
}

export function makeSequence(limits: RingLimits, epoch: string): Sequence {
  const ring = makeRing(limits)
  const listeners = new Set<Listener>()
  return {
    position: () => ({ epoch, seq: ring.seq }),
    publish(frame) {
      const text = JSON.stringify({ epoch, seq: ring.seq + 1, ...frame })
      ring.push(text)
      listeners.forEach((listener) => listener(text))
      return text
    },
    say: (texts) => listeners.forEach((listener) => texts.forEach(listener)),
    since(place) {
      const from = seqOf(place, epoch)
      const frames = ring.after(from)
      return frames && { from, frames }
    },
    numberOf: (place) => seqOf(place, epoch),
    listen(listener) {
      listeners.add(listener)
      return () => void listeners.delete(listener)
    },
  }
}

/** NaN for what is no place of this epoch: nothing comes after that. */
function seqOf(place: string | null, epoch: string): number {
  const match = /^([\w-]+):(\d{1,15})$/.exec(place ?? '')
  return match?.[1] === epoch ? Number(match[2]) : Number.NaN
}
