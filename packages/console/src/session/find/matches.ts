import { fold, placesOf } from './fold.ts'
import type { Searched } from './searched.ts'

export interface Match {
  searched: Searched
  /** Its number among those of the same place, from 0. */
  nth: number
  /** UTF-16 units of the text before it. */
  at: number
}

/** Matches that are told apart: nobody goes through more. */
export const MOST_MATCHES = 1000

/** All places of `query`, in order, whatever their case; of more than `MOST_MATCHES` the newest. */
export function matchesIn(
  texts: readonly Searched[],
  query: string,
  folded = ({ text }: Searched) => fold(text),
): Match[] {
  const wanted = fold(query)
  const found: Match[][] = []
  let left = MOST_MATCHES
  for (let index = texts.length - 1; index >= 0 && left > 0; index -= 1) {
    const searched = texts[index] as Searched
    const places = placesOf(folded(searched), wanted)
    const matches = places.map((at, nth) => ({ searched, nth, at })).slice(-left)
    left -= matches.length
    found.push(matches)
  }
  return found.toReversed().flat()
}

const isSame = (a: Match, b: Match): boolean => a.searched.place === b.searched.place && a.nth === b.nth

/** Where the search begins: at the first match of the messages from `messageId` on, and where there is none at the last. */
export function firstFrom(
  matches: readonly Match[],
  ids: readonly string[],
  messageId: string | undefined,
): number {
  const order = new Map(ids.map((id, at) => [id, at]))
  const from = order.get(messageId ?? '') ?? 0
  const found = matches.findIndex(({ searched }) => (order.get(searched.messageId) ?? 0) >= from)
  return found < 0 ? matches.length - 1 : found
}

/** The last match before the messages that begin with `messageId`: what older ones brought, and not what came at the end. */
export function lastBefore(
  matches: readonly Match[],
  ids: readonly string[],
  messageId: string | undefined,
): Match | undefined {
  const older = new Set(ids.slice(0, Math.max(0, ids.indexOf(messageId ?? ''))))
  return matches.findLast(({ searched }) => older.has(searched.messageId))
}

/** Where a match is in another list; where it is not, the nearest there is. */
export function placeAmong(matches: readonly Match[], match: Match | undefined, otherwise: number): number {
  const found = match ? matches.findIndex((each) => isSame(each, match)) : -1
  return found >= 0 ? found : Math.min(Math.max(0, otherwise), matches.length - 1)
}
