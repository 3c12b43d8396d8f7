import { createContext, createSignal, onCleanup, onMount, useContext, type Accessor } from 'solid-js'

/** Tells blocks of a long page whether they are near the window of their scroller. */
export interface NearBlocks {
  /** False until the browser says otherwise: what is far is never built. */
  watch: (element: Element) => Accessor<boolean>
  dispose: () => void
}

/** Two screens: what a flick of the wheel reaches before the next frame. */
const MARGIN = '1200px 0px'

export function makeNearBlocks(root: Element): NearBlocks {
  const listeners = new WeakMap<Element, (near: boolean) => void>()
  const observer = new IntersectionObserver(
    (entries) => {
      for (const { target, isIntersecting } of entries) listeners.get(target)?.(isIntersecting)
    },
    { root, rootMargin: MARGIN },
  )
  return {
    watch(element) {
      const [near, setNear] = createSignal(false)
      listeners.set(element, setNear)
      observer.observe(element)
      onCleanup(() => observer.unobserve(element))
      return near
    },
    dispose: () => observer.disconnect(),
  }
}

const NearBlocksContext = createContext<Accessor<NearBlocks | undefined>>()

export const NearBlocksProvider = NearBlocksContext.Provider

export interface Near {
  ref: (element: HTMLElement) => void
  isNear: Accessor<boolean>
}

/** Tells whether an element is near the window of the scroller around it; where none tells, it is. */
export function createNear(): Near {
  const blocks = useContext(NearBlocksContext)
  const [watched, setWatched] = createSignal<Accessor<boolean>>()
  let element: HTMLElement | undefined
  onMount(() => {
    const near = element && blocks?.()?.watch(element)
    setWatched(() => near)
  })
  return { ref: (made) => (element = made), isNear: () => !blocks || (watched()?.() ?? false) }
}
