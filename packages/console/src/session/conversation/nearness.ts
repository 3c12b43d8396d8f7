import { createSignal, onCleanup, type Accessor } from 'solid-js'

/** Tells rows whether they are near the window of their scroller. */
export interface Nearness {
  watch: (element: HTMLElement) => Near
  dispose: () => void
}

export interface Near {
  near: Accessor<boolean>
  /** The height to keep while it is far, in CSS pixels. */
  height: Accessor<number>
}

/** Two screens of a desktop: what a flick of the wheel reaches before the next frame. */
const MARGIN = '1600px 0px'

/**
 * Rows far from the window keep their height and give up their content, so that a session of thousands of messages costs what its visible
 * ones do. They stay in the document, as rows of their own: landmarks, anchors and the order for a screen reader remain.
 */
export function makeNearness(scroller: HTMLElement): Nearness {
  const rows = new WeakMap<Element, (entry: IntersectionObserverEntry) => void>()
  const observer = new IntersectionObserver(
    (entries) => {
      for (const entry of entries) rows.get(entry.target)?.(entry)
    },
    { root: scroller, rootMargin: MARGIN },
  )
  return {
    watch(element) {
      const [near, setNear] = createSignal(true)
      const [height, setHeight] = createSignal(0)
      rows.set(element, ({ isIntersecting, boundingClientRect }) => {
        if (!isIntersecting && near()) setHeight(boundingClientRect.height)
        setNear(isIntersecting)
      })
      observer.observe(element)
      onCleanup(() => observer.unobserve(element))
      return { near, height }
    },
    dispose: () => observer.disconnect(),
  }
}
