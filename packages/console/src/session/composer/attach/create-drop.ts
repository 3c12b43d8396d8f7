import { createSignal, onCleanup, onMount, type Accessor } from 'solid-js'
import type { Attachments } from './attachments.ts'

const holdsFiles = (event: DragEvent) => event.dataTransfer?.types.includes('Files') ?? false

/** Files that are dropped anywhere on the page: a browser would open them in place of it. Gives whether some are held over it. */
export function createDrop(attachments: Attachments): Accessor<boolean> {
  const [held, setHeld] = createSignal(false)
  const over = (event: DragEvent) => {
    if (!holdsFiles(event) || event.defaultPrevented) return
    // What is dropped on a dialog goes nowhere: the shell sees to that.
    const isCovered = document.querySelector('[role="dialog"]') !== null
    setHeld(!isCovered)
    if (!isCovered) event.preventDefault()
  }
  const leave = (event: DragEvent) => event.relatedTarget === null && setHeld(false)
  const drop = (event: DragEvent) => {
    setHeld(false)
    if (!holdsFiles(event) || event.defaultPrevented) return
    event.preventDefault()
    attachments.add(event.dataTransfer?.files ?? [])
  }
  onMount(() => {
    const stop = new AbortController()
    document.addEventListener('dragover', over, { signal: stop.signal })
    document.addEventListener('dragleave', leave, { signal: stop.signal })
    document.addEventListener('drop', drop, { signal: stop.signal })
    onCleanup(() => stop.abort())
  })
  return held
}
