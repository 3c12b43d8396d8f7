/**
 * Ids for prompts of our own: the engine takes them as they are, and tells of the message under that id. They have to ascend like the engine's
 * own, `msg_` with a stamp of 48 bits (4096 a millisecond, the upper bits cut) and 14 characters of chance: what is undone is everything from an id on.
 */

const STAMP = /^msg_([0-9a-f]{12})/
const LAST = 0xffff_ffff_ffff
const ALPHABET = '0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz'

const stampOfTime = (time: number): number => Number((BigInt(time) * 4096n) & BigInt(LAST))

function stampOf(id: string): number {
  const stamp = STAMP.exec(id)?.[1]
  return stamp === undefined ? 0 : Number.parseInt(stamp, 16)
}

/**
 * An id behind all `known` messages and behind `time`, a moment of the engine's clock that is past (Unix milliseconds). No clock of ours is asked: an
 * id that is ahead of the engine's would stand behind the answer. `random` as `crypto.getRandomValues`.
 */
export function messageIdAfter(
  known: readonly string[],
  time: number,
  random: (bytes: Uint8Array<ArrayBuffer>) => Uint8Array = (bytes) => crypto.getRandomValues(bytes),
): string {
  const newest = known.reduce((stamp, id) => Math.max(stamp, stampOf(id)), stampOfTime(time))
  const stamp = Math.min(newest + 1, LAST)
    .toString(16)
    .padStart(12, '0')
  const chance = Array.from(random(new Uint8Array(14)), (byte) => ALPHABET[byte % ALPHABET.length])
  return `msg_${stamp}${chance.join('')}`
}
