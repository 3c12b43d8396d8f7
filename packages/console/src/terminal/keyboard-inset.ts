import { createSignal, onCleanup, onMount, type Accessor } from 'solid-js'

/** Pixels at the lower edge of the page that an on-screen keyboard covers, where it does not shrink the page itself (Safari). */
export function createKeyboardInset(): Accessor<number> {
  const [inset, setInset] = createSignal(0)
  onMount(() => {
    const viewport = window.visualViewport
    if (!viewport) return
    // A pinch zoom shrinks the visual viewport too; that is no keyboard.
    const measure = () =>
      setInset(
        viewport.scale > 1 ? 0 : Math.max(0, Math.round(innerHeight - viewport.height - viewport.offsetTop)),
      )
    viewport.addEventListener('resize', measure)
    viewport.addEventListener('scroll', measure)
    onCleanup(() => {
      viewport.removeEventListener('resize', measure)
      viewport.removeEventListener('scroll', measure)
    })
  })
  return inset
}
