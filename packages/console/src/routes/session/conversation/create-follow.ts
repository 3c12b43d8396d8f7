import { createSignal, onCleanup, onMount, type Accessor } from 'solid-js'
import { followsAfterResize, followsAfterScroll, type ScrollState } from './follow.ts'

export interface Follow {
  following: Accessor<boolean>
  /** Goes to the newest line and stays there. */
  jump: () => void
}

const stateOf = (scroller: HTMLElement): ScrollState => ({
  top: scroller.scrollTop,
  content: scroller.scrollHeight,
  view: scroller.clientHeight,
})

/** Keeps a scroller at its end until the reader scrolls up. `content` is its only child. */
export function createFollow(scroller: Accessor<HTMLElement>, content: Accessor<HTMLElement>): Follow {
  const [following, setFollowing] = createSignal(true)
  let last: ScrollState = { top: 0, content: 0, view: 0 }

  const look = (decide: typeof followsAfterScroll) => {
    const now = stateOf(scroller())
    setFollowing(decide(following(), last, now))
    last = now
  }
  const toEnd = () => {
    const element = scroller()
    element.scrollTop = element.scrollHeight
    last = stateOf(element)
  }
  // What the reader opens grows where they look: it must not move away under the pointer.
  const pause = (event: Event) => {
    if (event.target instanceof Element && event.target.closest('[aria-expanded]')) setFollowing(false)
  }

  onMount(() => {
    const element = scroller()
    const stop = new AbortController()
    const { signal } = stop
    element.addEventListener('scroll', () => look(followsAfterScroll), { signal, passive: true })
    element.addEventListener('click', pause, { signal, capture: true })
    const observer = new ResizeObserver(() => {
      look(followsAfterResize)
      if (following()) toEnd()
    })
    observer.observe(element)
    observer.observe(content())
    onCleanup(() => {
      observer.disconnect()
      stop.abort()
    })
  })

  return {
    following,
    jump() {
      setFollowing(true)
      toEnd()
    },
  }
}
