/** Where this tab starts sessions and terminals, once somebody has said so. Kept for the tab's life, a reload included. */
import { createSignal } from 'solid-js'
import type { Place } from './actions/sessions.ts'

const KEY = 'kilo-console.folder'

// Storage throws where the browser forbids it; the choice is then kept for the page's life.
function load(): Place | null {
  try {
    return placeOf(JSON.parse(sessionStorage.getItem(KEY) ?? 'null'))
  } catch {
    return null
  }
}

function placeOf(kept: unknown): Place | null {
  if (typeof kept !== 'object' || kept === null || !('serverId' in kept) || !('directory' in kept))
    return null
  const { serverId, directory } = kept
  return typeof serverId === 'string' && typeof directory === 'string' ? { serverId, directory } : null
}

const [chosenFolder, setChosenFolder] = createSignal<Place | null>(load())

/** What was chosen, by a launch link or by hand; null: nothing yet. Reactive. */
export { chosenFolder }

export function rememberFolder(place: Place): void {
  setChosenFolder(place)
  try {
    sessionStorage.setItem(KEY, JSON.stringify(place))
  } catch {
    // Nothing to tell: the choice holds until the page is closed.
  }
}
