import { createEffect, onCleanup, onMount, type Accessor } from 'solid-js'

/** Makes a box as high as its text, which breaks elsewhere when the box gets narrower: a phone is turned, the review is pulled. */
export function createFit(box: Accessor<HTMLTextAreaElement | undefined>, text: Accessor<string>): void {
  const fit = () => {
    const found = box()
    if (!found) return
    found.style.height = 'auto'
    found.style.height = `${found.scrollHeight}px`
  }
  createEffect(() => {
    text()
    fit()
  })
  onMount(() => {
    let width: number | undefined
    const sizes = new ResizeObserver(([entry]) => {
      const now = entry?.contentRect.width
      if (now === width) return
      width = now
      fit()
    })
    const found = box()
    if (found) sizes.observe(found)
    onCleanup(() => sizes.disconnect())
  })
}
