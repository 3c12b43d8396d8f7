import { createSignal, onCleanup, onMount, type Accessor } from 'solid-js'
import { followsAfterScroll, type ScrollState } from './follow.ts'

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

/**
 * Keeps a scroller at its end until the reader scrolls up. `content` is its only child.
 */
export function createFollow(scroller: Accessor<HTMLElement>, content: Accessor<HTMLElement>): Follow {
  const [following, setFollowing] = createSignal(true)
  let last: ScrollState = { top: 0, content: 0, view: 0 }

  const toEnd = () => {
    const element = scroller()
    element.scrollTop = element.scrollHeight
    last = stateOf(element)
  }
  const settle = () => {
    if (following()) toEnd()
    else last = stateOf(scroller())
  }

  onMount(() => {
    const element = scroller()
    const scrolled = () => {
      const now = stateOf(element)
      setFollowing(followsAfterScroll(following(), last, now))
      last = now
    }
    element.addEventListener('scroll', scrolled, { passive: true })
    const observer = new ResizeObserver(settle)
    observer.observe(element)
    observer.observe(content())
    onCleanup(() => {
      observer.disconnect()
      element.removeEventListener('scroll', scrolled)
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
