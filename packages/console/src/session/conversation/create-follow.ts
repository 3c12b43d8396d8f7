import { createSignal, onCleanup, onMount, type Accessor } from 'solid-js'
import { followsAfterResize, followsAfterScroll, isAtEnd, type ScrollState } from './follow.ts'

export interface Follow {
  following: Accessor<boolean>
  /** The end is below the window. Whoever was brought to a place does not follow, and may see the end from there. */
  endIsBelow: Accessor<boolean>
  /** Goes to the newest line and stays there. */
  jump: () => void
  /** Stays where it is brought to. */
  leave: () => void
}

const stateOf = (scroller: HTMLElement): ScrollState => ({
  top: scroller.scrollTop,
  content: scroller.scrollHeight,
  view: scroller.clientHeight,
})

interface Handlers {
  scrolled: () => void
  clicked: (event: Event) => void
  resized: () => void
}

function listen(scroller: HTMLElement, content: HTMLElement, handlers: Handlers): () => void {
  const stop = new AbortController()
  const { signal } = stop
  scroller.addEventListener('scroll', handlers.scrolled, { signal, passive: true })
  scroller.addEventListener('click', handlers.clicked, { signal, capture: true })
  const observer = new ResizeObserver(handlers.resized)
  observer.observe(scroller)
  observer.observe(content)
  return () => {
    observer.disconnect()
    stop.abort()
  }
}

/** Keeps a scroller at its end until the reader scrolls up. `content` is its only child. */
export function createFollow(scroller: Accessor<HTMLElement>, content: Accessor<HTMLElement>): Follow {
  const [following, setFollowing] = createSignal(true)
  const [endIsBelow, setBelow] = createSignal(false)
  let last: ScrollState = { top: 0, content: 0, view: 0 }

  const look = (decide: typeof followsAfterScroll) => {
    const now = stateOf(scroller())
    setFollowing(decide(following(), last, now))
    setBelow(!isAtEnd(now))
    last = now
  }
  const toEnd = () => {
    const element = scroller()
    element.scrollTop = element.scrollHeight
    last = stateOf(element)
  }
  // What the reader opens grows where they look: it must not move away under the pointer.
  const pause = (event: Event) => {
    if (!(event.target instanceof Element && event.target.closest('[aria-expanded]'))) return
    setFollowing(false)
    requestAnimationFrame(() => look(followsAfterResize))
  }

  onMount(() => {
    const resized = () => {
      look(followsAfterResize)
      if (following()) toEnd()
    }
    const scrolled = () => look(followsAfterScroll)
    onCleanup(listen(scroller(), content(), { scrolled, clicked: pause, resized }))
  })

  return {
    following,
    endIsBelow,
    jump() {
      setFollowing(true)
      toEnd()
    },
    leave: () => void setFollowing(false),
  }
}
