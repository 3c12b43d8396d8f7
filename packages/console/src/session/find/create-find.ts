import { unwrap } from 'solid-js/store'
import { batch, createEffect, createMemo, createSignal, onCleanup, type Accessor } from 'solid-js'
import type { JumpPlace } from '../jump/create-jump.ts'
import { useSession } from '../session-view.ts'
import { makeFolding } from './folding.ts'
import { firstFrom, matchesIn, MOST_MATCHES, placeAmong, type Match } from './matches.ts'
import { makeSearchedReader } from './searched-reader.ts'
import type { Searched } from './searched.ts'

/** Pages of older messages that are loaded unasked for one search: some hundred messages. */
const PAGES = 25
/** A letter alone is everywhere. */
const SHORTEST = 2
/** Milliseconds after the last letter. */
const PAUSE_MS = 120

export interface Find {
  query: Accessor<string>
  type: (text: string) => void
  matches: Accessor<readonly Match[]>
  /** The number of the current match, from 0; -1: there is none. */
  at: Accessor<number>
  current: Accessor<Match | undefined>
  /** The match that somebody went to: it changes with each step, and not with what comes. */
  chosen: Accessor<Match | undefined>
  /** Goes on by so many, round at the ends. */
  move: (by: 1 | -1) => void
  /** `none`: all is searched; `more`: what is older is not, and nobody does it unasked. */
  older: Accessor<'none' | 'loading' | 'failed' | 'more'>
  searchOlder: () => void
  /** There are more matches than are told apart. */
  isCut: Accessor<boolean>
}

/** Searches a session: what is loaded, and, page by page, what is older. `firstInSight`: the message at the upper edge. */
export function createFind(place: JumpPlace, firstInSight: () => string | undefined): Find {
  const [typed, setTyped] = createSignal('')
  const [query, setQuery] = createSignal('')
  const [chosen, setChosen] = createSignal<Match>()
  const texts = createTexts()
  const folding = makeFolding()
  const matches = createMemo(() => (query() === '' ? [] : matchesIn(texts(), query(), folding)))
  // Older messages come before it: it stays the same match, under another number.
  const at = createMemo<number>((before) => placeAmong(matches(), chosen(), before), -1)

  const search = (text: string) =>
    batch(() => {
      setQuery(text)
      setChosen(matches()[firstFrom(matches(), place.ids(), firstInSight())])
    })
  createEffect(() => {
    const text = typed()
    const timer = setTimeout(() => search(text), text === '' ? 0 : PAUSE_MS)
    onCleanup(() => clearTimeout(timer))
  })
  // The first that older messages bring.
  createEffect(() => {
    if (!chosen()) setChosen(matches().at(-1))
  })

  return {
    ...createOlder(place, query),
    query,
    type: setTyped,
    matches,
    at,
    chosen,
    current: () => matches()[at()],
    move(by) {
      const count = matches().length
      if (count > 0) setChosen(matches()[(at() + by + count) % count])
    },
    isCut: () => matches().length >= MOST_MATCHES,
  }
}

/** What is older is loaded page by page while somebody looks for something, as far as it is loaded unasked. */
function createOlder(place: JumpPlace, query: Accessor<string>): Pick<Find, 'older' | 'searchOlder'> {
  const [pages, setPages] = createSignal(0)
  const wants = () => query().trim().length >= SHORTEST && pages() < PAGES
  createEffect(() => {
    if (!wants() || place.older() !== 'there') return
    void place.loadOlder().then(() => setPages((count) => count + 1))
  })
  return {
    older() {
      const now = place.older()
      if (now === 'none' || now === 'failed') return now
      return now === 'there' && !wants() ? 'more' : 'loading'
    },
    searchOlder() {
      setPages(0)
      if (place.older() === 'failed') void place.loadOlder()
    },
  }
}

/** Read again with each message, and when a turn is over: what is written meanwhile is found then. */
function createTexts(): Accessor<readonly Searched[]> {
  const view = useSession()
  const read = makeSearchedReader()
  return createMemo(() => {
    const messages = unwrap(view.messages())
    const parts = unwrap(view.transcript()?.parts ?? {})
    view.busy()
    return read(messages, parts, view.directory())
  })
}
