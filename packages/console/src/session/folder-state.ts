import { createEffect, createSignal, on, onCleanup, type Accessor } from 'solid-js'
import type { Problem } from '../../shared/api.ts'
import type { Place } from '../store/actions/sessions.ts'
import { whenIdle } from '../ui/when-idle.ts'
import { folderProblem } from '../store/folder-check.ts'

export interface FolderState {
  /** Why nothing can be done in the session's folder now; undefined while it is there, or cannot be looked at. Reactive. */
  problem: Accessor<Problem | undefined>
  /** Looks again. */
  check: () => Promise<void>
}

/**
 * Whether the folder of a session is there. Nobody tells of a folder that goes or comes back: it is looked for when the session is opened,
 * when the reader comes back to the page, and whenever `occasion` changes. `place`: undefined while it is not known.
 */
export function createFolderState(
  place: Accessor<Place | undefined>,
  occasion: Accessor<unknown>,
): FolderState {
  const [problem, setProblem] = createSignal<Problem>()
  let latest = 0
  const check = async () => {
    const where = place()
    if (!where) return
    const mine = ++latest
    const found = await folderProblem(where)
    if (mine === latest) setProblem(found)
  }
  createEffect(on([place, occasion], () => onCleanup(whenIdle(() => void check()))))
  const look = () => document.visibilityState === 'visible' && void check()
  document.addEventListener('visibilitychange', look)
  addEventListener('focus', look)
  onCleanup(() => {
    latest++
    document.removeEventListener('visibilitychange', look)
    removeEventListener('focus', look)
  })
  return { problem, check }
}
