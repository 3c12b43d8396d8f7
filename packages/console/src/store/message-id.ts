/**
 * Ids for messages of our own: the engine takes them as they are, and tells of the message under that id. They have to ascend like the engine's
 * own, `msg_` with a stamp of 48 bits (4096 a millisecond, the upper bits cut) and 14 characters of chance: what is undone is everything from an id
 * on, and the engine asks its model until the answer's id is behind the prompt's. The stamps begin anew every 2^36 ms, last in August 2026: what is
 * from before has the greater ones, and counts as older all the same.
 */
import { hostNow } from '../clock/host-time.ts'

const STAMP = /^msg_([0-9a-f]{12})/
const PER_MS = 4096
const ROUND_MS = 2 ** 36
const LAST = PER_MS * ROUND_MS - 1
const ALPHABET = '0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz'
/** By which the clocks of two machines may be apart. Milliseconds. */
const SKEW_MS = 24 * 60 * 60 * 1000

type Random = (bytes: Uint8Array<ArrayBuffer>) => Uint8Array
const chance: Random = (bytes) => crypto.getRandomValues(bytes)

const roundOf = (time: number): number => Math.floor(time / ROUND_MS)
const stampOfTime = (time: number): number => (time % ROUND_MS) * PER_MS

function stampOf(id: string): number {
  const stamp = STAMP.exec(id)?.[1]
  return stamp === undefined ? 0 : Number.parseInt(stamp, 16)
}

function idOf(stamp: number, random: Random): string {
  const letters = Array.from(random(new Uint8Array(14)), (byte) => ALPHABET[byte % ALPHABET.length])
  return `msg_${Math.min(stamp, LAST).toString(16).padStart(12, '0')}${letters.join('')}`
}

/**
 * An id behind the `known` messages of this round and behind `time`, a moment of the engine's clock that is past (Unix milliseconds): an id that is
 * ahead of the engine's clock would stand behind the answer, so `now`, of ours, tells the rounds apart alone. `random` as `crypto.getRandomValues`.
 */
export function messageIdAfter(
  known: readonly string[],
  time: number,
  now = hostNow(),
  random = chance,
): string {
  const isOfRound = roundOf(time) === roundOf(now)
  const latest = stampOfTime(now) + SKEW_MS * PER_MS
  const newest = known
    .map(stampOf)
    .filter((stamp) => stamp <= latest)
    .reduce((most, stamp) => Math.max(most, stamp), isOfRound ? stampOfTime(time) : 0)
  return idOf(newest + 1, random)
}

/**
 * Ids for messages that are taken in, the oldest first: in one round, and in the past by the engine's clock too. When they were written says nothing
 * about the ids that the engine makes next.
 */
export function messageIdsUpTo(count: number, now = hostNow(), random = chance): string[] {
  const first = Math.max(1, stampOfTime(now) - SKEW_MS * PER_MS - count)
  return Array.from({ length: count }, (_, index) => idOf(first + index, random))
}
