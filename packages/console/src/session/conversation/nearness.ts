import { createSignal, onCleanup, type Accessor } from 'solid-js'
import { makeSlicer } from './slicer.ts'

/** Tells elements whether they are near the window of their scroller. */
export interface Nearness {
  /** `estimate`: of an element that begins far, its height until it is known; absent where it begins near. */
  watch: (element: HTMLElement, estimate?: number) => Near
  dispose: () => void
}

export interface Near {
  near: Accessor<boolean>
  /** The height to keep while it is far, in CSS pixels. */
  height: Accessor<number>
}

/** Whether it reaches that far beyond its window already. */
export const reaches = ({ scrollHeight, clientHeight }: HTMLElement, margin: number): boolean =>
  scrollHeight - clientHeight > margin

/** The browser itself keeps in place what the reader looks at; WebKit does not. */
const anchors = () => CSS.supports('overflow-anchor', 'auto')

/**
 * What is far from the window keeps its height and gives up its content, so that a session of thousands of messages costs what its visible ones
 * do. What comes near is built in slices, what is in sight first. `margin`: how far is far, in CSS pixels.
 */
export function makeNearness(scroller: HTMLElement, margin: number): Nearness {
  const watched = new WeakMap<Element, (entry: IntersectionObserverEntry) => void>()
  const slicer = makeSlicer()
  const observer = new IntersectionObserver(
    (entries) => {
      for (const entry of entries) watched.get(entry.target)?.(entry)
    },
    { root: scroller, rootMargin: `${margin}px 0px` },
  )
  return {
    watch(element, estimate) {
      const [near, setNear] = createSignal(estimate === undefined)
      const [height, setHeight] = createSignal(estimate ?? 0)
      let wanted = near()
      const build = () => {
        if (!wanted || near()) return
        holdAbove(scroller, element, () => setNear(true))
      }
      watched.set(element, ({ isIntersecting, boundingClientRect, rootBounds }) => {
        wanted = isIntersecting
        if (!isIntersecting) {
          if (near()) setHeight(boundingClientRect.height)
          setNear(false)
        } else if (!near()) slicer.add(build, distanceOf(boundingClientRect, rootBounds, margin))
      })
      observer.observe(element)
      onCleanup(() => {
        wanted = false
        observer.unobserve(element)
      })
      return { near, height }
    },
    dispose() {
      slicer.dispose()
      observer.disconnect()
    },
  }
}

/** Changes the height of an element, and nothing of what the reader looks at moves. */
function holdAbove(scroller: HTMLElement, element: HTMLElement, change: () => void): void {
  const above = element.getBoundingClientRect().bottom < scroller.getBoundingClientRect().top
  const before = above && !anchors() ? element.offsetHeight : undefined
  change()
  if (before !== undefined) scroller.scrollTop += element.offsetHeight - before
}

/** How far from the middle of the window it is. */
function distanceOf(place: DOMRectReadOnly, root: DOMRectReadOnly | null, margin: number): number {
  if (!root) return 0
  const [top, bottom] = [root.top + margin, root.bottom - margin]
  return Math.max(0, top - place.bottom, place.top - bottom)
}
