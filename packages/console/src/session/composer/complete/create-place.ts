import { createSignal, onCleanup, onMount, type Accessor, type JSX } from 'solid-js'

/** Over an element, as wide as it is: beside the flow, for the composer cuts off what reaches out of it. */
export function createPlace(anchor: () => HTMLElement | undefined): Accessor<JSX.CSSProperties> {
  const [place, setPlace] = createSignal<JSX.CSSProperties>({ visibility: 'hidden' })
  const measure = () => {
    const box = anchor()?.getBoundingClientRect()
    if (box)
      setPlace({
        left: `${box.left}px`,
        width: `${box.width}px`,
        bottom: `${innerHeight - box.top + 4}px`,
        'max-height': `${Math.max(80, Math.min(320, box.top - 12))}px`,
      })
  }
  onMount(() => {
    const found = anchor()
    measure()
    // The box grows with its text, and a phone's keyboard moves it.
    const sizes = new ResizeObserver(measure)
    if (found) sizes.observe(found)
    addEventListener('resize', measure)
    visualViewport?.addEventListener('resize', measure)
    onCleanup(() => {
      sizes.disconnect()
      removeEventListener('resize', measure)
      visualViewport?.removeEventListener('resize', measure)
    })
  })
  return place
}
