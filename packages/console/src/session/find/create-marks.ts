import { createEffect, onCleanup, type Accessor } from 'solid-js'
import type { Find } from './create-find.ts'
import { clearMarks, markMatches } from './marks.ts'

/** Milliseconds between two looks at a page that changes: an answer that is written changes it with every frame. */
const EVERY_MS = 100

/** Marks what is found, as far as it is on the page, for the life of the calling owner. */
export function createMarks(
  scroller: Accessor<HTMLElement>,
  find: Pick<Find, 'matches' | 'current' | 'query'>,
) {
  let timer: ReturnType<typeof setTimeout> | undefined
  const mark = () => markMatches(scroller(), find.matches(), find.query(), find.current())
  const observer = new MutationObserver(() => {
    timer ??= setTimeout(() => {
      timer = undefined
      mark()
    }, EVERY_MS)
  })
  createEffect(mark)
  createEffect(() => observer.observe(scroller(), { childList: true, characterData: true, subtree: true }))
  onCleanup(() => {
    observer.disconnect()
    clearTimeout(timer)
    clearMarks()
  })
}
