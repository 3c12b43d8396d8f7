import { createSignal, onCleanup, type Accessor } from 'solid-js'
import { createUntil, type Until } from './create-until.ts'
import { holdAt, watchHands } from './hold.ts'

/** What a jump needs to know of the conversation. All but the actions is reactive. */
export interface JumpPlace {
  scroller: Accessor<HTMLElement>
  /** Of the messages that are there, in order. */
  ids: Accessor<readonly string[]>
  /** All of them have a place on the page, be it an empty one. */
  whole: Accessor<boolean>
  older: Accessor<'none' | 'there' | 'loading' | 'failed'>
  loadOlder: () => Promise<void>
  /** Follows the newest line no longer. */
  leave: () => void
}

/**
 * How a jump ended. `nowhere`: the message is not where the page looks; `failed`: what is older could not be loaded; `left`: somebody stopped it,
 * or another jump came in between.
 */
export type Arrival = 'there' | 'nowhere' | 'failed' | 'left'

export interface Jump {
  /** The message that was jumped to last: it has its content, however far from the window it is, and a mark. */
  target: Accessor<string | undefined>
  /** What is older is being loaded to find one. */
  looking: Accessor<boolean>
  /** Looks no further. */
  stop: () => void
  /** Gives a message its content, after loading what is older where it must be. Undefined: it did not get there. */
  open: (messageId: string) => Promise<HTMLElement | undefined>
  /** Opens it and brings its beginning to the upper edge, with the focus, unless the reader has done something since. */
  to: (messageId: string) => Promise<Arrival>
}

/** Pages that are loaded to find one message: what lies before two thousand others is looked for by hand. */
const MOST_PAGES = 100
/** CSS pixels between the upper edge and what was jumped to. */
const ROOM = 12

/** Jumps within a conversation, for the life of the calling owner. */
export function createJump(place: JumpPlace): Jump {
  const [target, setTarget] = createSignal<string>()
  const [looking, setLooking] = createSignal(false)
  const until = createUntil()
  let turn = 0

  const stop = () => {
    turn += 1
    setLooking(false)
  }
  onCleanup(stop)
  const find = async (id: string): Promise<Arrival> => {
    stop()
    const mine = turn
    const isCurrent = () => turn === mine
    const arrival = await load(place, { id, until, isCurrent, onLook: () => setLooking(true) })
    if (isCurrent()) setLooking(false)
    if (arrival !== 'there') return arrival
    await until(place.whole)
    if (!isCurrent()) return 'left'
    place.leave()
    setTarget(id)
    return 'there'
  }

  return {
    target,
    looking,
    stop,
    open: async (id) => ((await find(id)) === 'there' ? rowOf(place.scroller(), id) : undefined),
    async to(id) {
      const hands = watchHands()
      const arrival = await find(id)
      if (arrival === 'there') show(place.scroller(), id, !hands.signal.aborted)
      hands.abort()
      return arrival
    },
  }
}

interface Wanted {
  id: string
  until: Until
  /** Nobody stopped it, and no other jump came in between. */
  isCurrent: () => boolean
  /** It is not there yet: what is older is loaded. */
  onLook: () => void
}

/** Loads what is older as far as it must be for the message to be there. That an earlier try failed is no reason not to try. */
async function load(place: JumpPlace, { id, until, isCurrent, onLook }: Wanted): Promise<Arrival> {
  for (let pages = 0; ; pages += 1) {
    await until(() => place.older() !== 'loading')
    if (!isCurrent()) return 'left'
    if (place.ids().includes(id)) return 'there'
    if (place.older() === 'failed' && pages > 0) return 'failed'
    if (place.older() === 'none' || pages === MOST_PAGES) return 'nowhere'
    onLook()
    await place.loadOlder()
    if (!isCurrent()) return 'left'
  }
}

function show(scroller: HTMLElement, id: string, withFocus: boolean): void {
  const row = rowOf(scroller, id)
  if (!row) return
  if (withFocus) {
    row.tabIndex = -1
    row.focus({ preventScroll: true })
  }
  holdAt(scroller, () =>
    row.isConnected
      ? row.getBoundingClientRect().top - scroller.getBoundingClientRect().top - ROOM
      : undefined,
  )
}

/** The message's row, or the next one where it shows nothing. */
function rowOf(scroller: HTMLElement, id: string): HTMLElement | undefined {
  const rows = [...scroller.querySelectorAll<HTMLElement>('[data-message]')]
  const at = rows.findIndex((row) => row.dataset['message'] === id)
  return at < 0 ? undefined : (rows.slice(at).find((row) => !row.hidden) ?? rows[at])
}
