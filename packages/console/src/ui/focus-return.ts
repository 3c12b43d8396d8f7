import { createRenderEffect, onCleanup } from 'solid-js'

/**
 * Gives the focus back to where it was before `isOpen` became true, when that ends and nobody else has taken it. Whoever opens a layer
 * by a key has no trigger button to go back to: a terminal, say.
 */
export function createFocusReturn(isOpen: () => boolean): void {
  createRenderEffect(() => {
    if (!isOpen()) return
    const before = document.activeElement
    onCleanup(() => {
      // After the layer is gone from the document, and after what its choice focused.
      setTimeout(() => {
        const isFree = document.activeElement === null || document.activeElement === document.body
        if (isFree && before instanceof HTMLElement && before.isConnected) before.focus()
      })
    })
  })
}
