import { createMemo, createSignal, type Accessor } from 'solid-js'
import type { Start } from './create-start.ts'
import { placeAmong, type Match } from './matches.ts'

export interface Chosen {
  /** The number of the current match, from 0; -1: there is none, or nobody went to one. */
  at: Accessor<number>
  current: Accessor<Match | undefined>
  /** The match that somebody went to: it changes with each step, and not with what comes. */
  chosen: Accessor<Match | undefined>
  choose: (match: Match | undefined) => void
  /** Goes on by so many, round at the ends. */
  move: (by: 1 | -1) => void
}

/** At which of the matches somebody is. A search that comes after a step begins where that led. */
export function createChosen(matches: Accessor<readonly Match[]>, start: Pick<Start, 'set'>): Chosen {
  const [chosen, choose] = createSignal<Match>()
  // Older messages come before it: it stays the same match, under another number.
  const at = createMemo<number>((before) => (chosen() ? placeAmong(matches(), chosen(), before) : -1), -1)
  return {
    at,
    current: () => matches()[at()],
    chosen,
    choose,
    move(by) {
      const count = matches().length
      if (count === 0) return
      const next = at() < 0 && by < 0 ? count - 1 : (at() + by + count) % count
      const match = matches()[next]
      if (match) start.set(match.searched.messageId)
      choose(match)
    },
  }
}
