import { createEffect, createSignal, on, onCleanup, untrack, type Accessor } from 'solid-js'
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

export interface FolderSource {
  /** Undefined while it is not known. */
  place: Accessor<Place | undefined>
  /** What the session's opening told of its folder; undefined: nothing. */
  told: Accessor<Problem | null | undefined>
  /** The opening is still awaited. */
  opening: Accessor<boolean>
  /** Whatever may have changed the folder. */
  occasion: Accessor<unknown>
}

/**
 * Whether the folder of a session is there. Nobody tells of a folder that goes or comes back: it is looked for when the session is opened, with
 * its opening where that tells of it, when the reader comes back to the page, and whenever `occasion` changes.
 */
export function createFolderState({ place, told, opening, occasion }: FolderSource): FolderState {
  const [problem, setProblem] = createSignal<Problem>()
  let latest = 0
  const check = async () => {
    const where = place()
    if (!where) return
    const mine = ++latest
    const found = await folderProblem(where)
    if (mine === latest) setProblem(found)
  }
  createEffect(
    on([opening, told], ([awaited, outcome]) => {
      if (awaited || outcome === undefined) return
      latest++
      setProblem(outcome ?? undefined)
    }),
  )
  const checkWhenIdle = () => onCleanup(whenIdle(() => void check()))
  createEffect(
    on([place, opening], ([, awaited], before) => {
      // What was told before this view came may be long ago.
      if (!awaited && (before === undefined || untrack(told) === undefined)) checkWhenIdle()
    }),
  )
  createEffect(on(occasion, checkWhenIdle, { defer: true }))
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
