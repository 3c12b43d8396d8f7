import { createSignal, onCleanup, type Accessor } from 'solid-js'

/** Whether a media query holds now, for the life of the calling owner. */
export function createMedia(query: string): Accessor<boolean> {
  const media = matchMedia(query)
  const [holds, setHolds] = createSignal(media.matches)
  const listen = () => setHolds(media.matches)
  media.addEventListener('change', listen)
  onCleanup(() => media.removeEventListener('change', listen))
  return holds
}
