import { createEffect, createRoot, createSignal, getOwner, runWithOwner, type Accessor } from 'solid-js'
import { holdAt } from './hold.ts'

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

export interface Jump {
  /** The message that was jumped to last: it has its content, however far from the window it is, and a mark. */
  target: Accessor<string | undefined>
  /** Gives a message its content, after loading what is older where it must be. Undefined: it is not there, or another jump came in between. */
  open: (messageId: string) => Promise<HTMLElement | undefined>
  /** Opens it and brings its beginning to the upper edge. False: as above. */
  to: (messageId: string) => Promise<boolean>
}

/** Pages that are loaded to find one message: what lies before two thousand others is looked for by hand. */
const MOST_PAGES = 100
/** CSS pixels between the upper edge and what was jumped to. */
const ROOM = 12

export function createJump(place: JumpPlace): Jump {
  const [target, setTarget] = createSignal<string>()
  const until = createUntil()
  let turn = 0

  const open = async (id: string) => {
    const mine = (turn += 1)
    const isCurrent = () => turn === mine
    if (!(await load(place, { id, until, isCurrent }))) return undefined
    await until(place.whole)
    if (!isCurrent()) return undefined
    place.leave()
    setTarget(id)
    return rowOf(place.scroller(), id)
  }

  return {
    target,
    open,
    async to(id) {
      const row = await open(id)
      if (!row) return false
      row.tabIndex = -1
      row.focus({ preventScroll: true })
      const scroller = place.scroller()
      holdAt(scroller, () =>
        row.isConnected
          ? row.getBoundingClientRect().top - scroller.getBoundingClientRect().top - ROOM
          : undefined,
      )
      return true
    },
  }
}

type Until = (is: Accessor<boolean>) => Promise<void>

/** Waits until something is so, for the life of the calling owner at most. */
function createUntil(): Until {
  const owner = getOwner()
  return (is) =>
    new Promise((resolve) => {
      runWithOwner(owner, () =>
        createRoot((dispose) =>
          createEffect(() => {
            if (!is()) return
            resolve()
            dispose()
          }),
        ),
      )
    })
}

interface Wanted {
  id: string
  until: Until
  /** No other jump came in between. */
  isCurrent: () => boolean
}

/** Whether the message is there, once what is older is loaded as far as it must be. */
async function load(place: JumpPlace, { id, until, isCurrent }: Wanted): Promise<boolean> {
  for (let pages = 0; pages < MOST_PAGES && isCurrent(); pages += 1) {
    await until(() => place.older() !== 'loading')
    if (place.ids().includes(id)) return true
    if (place.older() !== 'there') return false
    await place.loadOlder()
  }
  return isCurrent() && place.ids().includes(id)
}

/** The message's row, or the next one where it shows nothing. */
function rowOf(scroller: HTMLElement, id: string): HTMLElement | undefined {
  const rows = [...scroller.querySelectorAll<HTMLElement>('[data-message]')]
  const at = rows.findIndex((row) => row.dataset['message'] === id)
  return at < 0 ? undefined : (rows.slice(at).find((row) => !row.hidden) ?? rows[at])
}
