import { createEffect, createSignal, type Accessor } from 'solid-js'
import type { JumpPlace } from '../jump/create-jump.ts'

/** Pages of older messages that are loaded unasked for one search: some hundred messages. */
const PAGES = 25
/** A letter alone is everywhere; where it is a word, somebody has to say that it is looked for. */
const SHORTEST = 2

export interface Older {
  /** `none`: all is searched; `more`: what is older is not, and nobody does it unasked. */
  older: Accessor<'none' | 'loading' | 'failed' | 'more'>
  searchOlder: () => void
}

/** What is older is loaded page by page while somebody looks for something, as far as it is loaded unasked. */
export function createOlder(place: Pick<JumpPlace, 'older' | 'loadOlder'>, query: Accessor<string>): Older {
  const [pages, setPages] = createSignal(0)
  const [asked, setAsked] = createSignal<string>()
  const wants = () => pages() < PAGES && (query().trim().length >= SHORTEST || asked() === query())
  createEffect(() => {
    if (!wants() || place.older() !== 'there') return
    void place.loadOlder()
    setPages((count) => count + 1)
  })
  return {
    older() {
      const now = place.older()
      if (now === 'none' || now === 'failed') return now
      return now === 'there' && !wants() ? 'more' : 'loading'
    },
    searchOlder() {
      setPages(0)
      setAsked(query())
      if (place.older() === 'failed') void place.loadOlder()
    },
  }
}
