import type { Expansion } from '../../code/expansion.ts'
import { headOfText } from '../../code/portions.ts'
import { holdAt } from '../jump/hold.ts'
import type { Jump, JumpPlace } from '../jump/create-jump.ts'
import { boxOfContent, firstBox, offCentre, showWithin } from './into-view.ts'
import { placeIn, rangeOf } from './marks.ts'
import type { Match } from './matches.ts'

/** Portions of a long text that are shown to get at a match: 6,400 lines. Behind that its last line in sight has to do. */
const MOST_PORTIONS = 32
/** Frames in which what was opened has to be there: its code may have to be loaded first. */
const PATIENCE = 120
/** CSS pixels from the edges that are no sight: the bar lies over the upper one. */
const ROOM = 64

interface Means {
  place: JumpPlace
  jump: Jump
  expansion: Expansion
  query: string
  /** It is still the match that somebody went to. */
  isChosen: () => boolean
}

/** Opens what a match is folded away in, and brings it into view. */
export async function reveal(
  match: Match,
  { place, jump, expansion, query, isChosen }: Means,
): Promise<void> {
  const { messageId, partId, folded } = match.searched
  if (folded) expansion.set(partId, true)
  openUpTo(match, expansion)
  const row = await jump.open(messageId)
  if (!row) return
  const isCurrent = () => isChosen() && jump.target() === messageId && row.isConnected
  const scroller = place.scroller()
  let range = await soon(() => rangeOf(scroller, match, query), isCurrent)
  const boxes = function* () {
    // What was plain gets its colours a moment later: other elements, with the same text.
    if (range && !isWhole(range)) range = rangeOf(scroller, match, query)
    // Boxes within get their sizes little by little as well.
    if (range) showWithin(range, scroller)
    if (range) yield range.getBoundingClientRect()
    // The address of a link, the source of a formula: it is found, and not drawn.
    const part = placeIn(scroller, match.searched.place)
    if (part) yield boxOfContent(part)
    yield row.getBoundingClientRect()
  }
  holdAt(scroller, () => {
    const box = isCurrent() ? firstBox(boxes()) : undefined
    return box && offCentre(box, scroller, ROOM)
  })
}

const isWhole = ({ collapsed, startContainer, endContainer }: Range): boolean =>
  !collapsed && startContainer.isConnected && endContainer.isConnected

/** Of a section of a call so many portions are shown that the match is among them. */
export function openUpTo({ at, searched: { place, text, partId } }: Match, expansion: Expansion): void {
  if (place === partId) return
  const isShown = () => headOfText(text, expansion.portions(place)).text.length > at
  while (expansion.portions(place) < MOST_PORTIONS && !isShown()) expansion.showMore(place)
}

/** What `find` finds, in one of the next frames. */
function soon<T>(find: () => T | undefined, isCurrent: () => boolean): Promise<T | undefined> {
  return new Promise((resolve) => {
    let frames = 0
    const look = () => {
      const found = isCurrent() ? find() : undefined
      frames += 1
      if (found !== undefined || !isCurrent() || frames > PATIENCE) resolve(found)
      else requestAnimationFrame(look)
    }
    look()
  })
}
