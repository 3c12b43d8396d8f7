import type { SnapshotFileDiff } from '@kilocode/sdk/v2/client'
import { createEffect, createMemo, createSignal, on, type Accessor } from 'solid-js'
import { createStore } from 'solid-js/store'
import type { Problem } from '../../../../shared/api.ts'
import { toProblem } from '../../../sdk/problem.ts'
import type { SessionRef } from '../../../store/types.ts'
import { keyOf } from '../../../store/session-key.ts'

export interface Loaded {
  diffs: SnapshotFileDiff[]
  problem: Problem | undefined
}

/** `directory` is empty as long as it is not known. */
type Place = SessionRef & { directory: string }

/** Reads what each has changed, and again whenever one of them has moved on. Of several answers only the newest counts; a failure takes nothing away. */
export function createLoads(
  read: (place: Place) => Promise<SnapshotFileDiff[]>,
  places: Accessor<readonly Place[]>,
  versions: Accessor<unknown[]>,
): { loaded: Readonly<Record<string, Loaded>>; reload: () => void } {
  const [loaded, setLoaded] = createStore<Record<string, Loaded>>({})
  const [round, setRound] = createSignal(0)
  const newest = new Map<string, Promise<unknown>>()
  const wanted = createMemo(() => JSON.stringify([places(), versions(), round()]))
  const load = async (place: Place) => {
    const key = keyOf(place)
    const asked = read(place)
    newest.set(key, asked)
    const answer = await asked.then(
      (diffs): Loaded => ({ diffs, problem: undefined }),
      (error: unknown): Loaded => ({ diffs: loaded[key]?.diffs ?? [], problem: toProblem(error) }),
    )
    if (newest.get(key) === asked) setLoaded(key, answer)
  }
  createEffect(
    on(wanted, () => {
      for (const place of places()) if (place.directory !== '') void load(place)
    }),
  )
  return { loaded, reload: () => void setRound((count) => count + 1) }
}
