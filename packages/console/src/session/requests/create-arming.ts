import { createSignal, onCleanup, onMount, type Accessor } from 'solid-js'
import { isArmed, look, unseen } from './arming.ts'

export interface Arming {
  /** For the eye and for assistive technology; at most a look late. */
  armed: Accessor<boolean>
  /** Whether the press counts. Exact: it looks again, and goes by the time at which the press was made. */
  takes(press: Pick<Event, 'timeStamp'>): boolean
}

/** Between two looks. Milliseconds. */
const LOOK_MS = 100

/**
 * Watches the buttons that answer a request. They count once they have been in sight for half a second, in one place and under the same
 * content: a tab in the background, a dialog above, a card that jumps under the pointer and another request in its place all begin anew.
 */
export function createArming(buttons: () => HTMLElement | undefined, content: Accessor<string>): Arming {
  const [armed, setArmed] = createSignal(false)
  let sight = unseen
  const watch = (now: number) => {
    sight = look(sight, markOf(buttons(), content()), now)
    return isArmed(sight, now)
  }
  const tick = () => void setArmed(watch(performance.now()))

  onMount(() => {
    // What is in the document now is painted with the next frame: until then nobody has seen it.
    let frame = requestAnimationFrame(() => (frame = requestAnimationFrame(tick)))
    const timer = setInterval(tick, LOOK_MS)
    document.addEventListener('visibilitychange', tick)
    onCleanup(() => {
      cancelAnimationFrame(frame)
      clearInterval(timer)
      document.removeEventListener('visibilitychange', tick)
    })
  })
  return {
    armed,
    // Of two times the earlier: a press that waited in a busy page was made before what it now finds.
    takes: ({ timeStamp }) => watch(performance.now()) && isArmed(sight, timeStamp),
  }
}

/** The content and where its buttons are; null while a person could not press one of them. */
function markOf(buttons: HTMLElement | undefined, content: string): string | null {
  if (!buttons || document.visibilityState !== 'visible') return null
  const { left, top } = buttons.getBoundingClientRect()
  const isReached = [...buttons.querySelectorAll('button')].some((button) => {
    const box = button.getBoundingClientRect()
    const hit = document.elementFromPoint(box.left + box.width / 2, box.top + box.height / 2)
    return hit !== null && button.contains(hit)
  })
  return isReached ? `${Math.round(left)} ${Math.round(top)} ${content}` : null
}
