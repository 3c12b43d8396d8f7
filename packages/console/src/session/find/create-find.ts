import { batch, createEffect, createMemo, createSignal, onCleanup, type Accessor } from 'solid-js'
import type { JumpPlace } from '../jump/create-jump.ts'
import { createChosen, type Chosen } from './create-chosen.ts'
import { createOlder, type Older } from './create-older.ts'
import type { Start } from './create-start.ts'
import { createWholes, type Wholes } from './create-wholes.ts'
import { makeFolding } from './folding.ts'
import { firstFrom, lastBefore, matchesIn, MOST_MATCHES, type Match } from './matches.ts'
import type { Searched } from './searched.ts'

/** Milliseconds after the last letter. */
const PAUSE_MS = 120

export interface Find extends Omit<Chosen, 'choose'>, Older, Wholes {
  query: Accessor<string>
  type: (text: string) => void
  matches: Accessor<readonly Match[]>
  /** There are more matches than are told apart. */
  isCut: Accessor<boolean>
}

export interface Searching {
  place: JumpPlace
  texts: Accessor<readonly Searched[]>
  start: Start
  /** Reads all of a message of which the page has the beginning; false: it could not be read. */
  showWhole: (messageId: string) => Promise<boolean>
}

/** Searches a session: what is loaded, and, page by page, what is older. */
export function createFind({ place, texts, start, showWhole }: Searching): Find {
  const [typed, setTyped] = createSignal('')
  const [query, setQuery] = createSignal('')
  const folding = makeFolding()
  const matches = createMemo(() => (query() === '' ? [] : matchesIn(texts(), query(), folding)))
  const { choose, ...chosen } = createChosen(matches, start)
  let oldest: string | undefined

  const begin = () => choose(matches()[firstFrom(matches(), place.ids(), start.from())])
  const search = (text: string) =>
    batch(() => {
      oldest = place.ids()[0]
      setQuery(text)
      begin()
    })
  createEffect(() => {
    const text = typed()
    const timer = setTimeout(() => search(text), text === '' ? 0 : PAUSE_MS)
    onCleanup(() => clearTimeout(timer))
  })
  // The first that older messages bring. What is written at the end meanwhile takes nobody along.
  createEffect(() => {
    if (!chosen.chosen()) choose(lastBefore(matches(), place.ids(), oldest))
  })

  return {
    ...chosen,
    ...createOlder(place, query),
    ...createWholes(texts, { showWhole, onShown: () => !chosen.chosen() && begin() }),
    query,
    type: setTyped,
    matches,
    isCut: () => matches().length >= MOST_MATCHES,
  }
}
