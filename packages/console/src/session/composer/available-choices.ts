import { createEffect, createRoot, createSignal, onCleanup, type Accessor } from 'solid-js'
import type { Problem } from '../../../shared/api.ts'
import { toProblem } from '../../sdk/problem.ts'
import { readChoices, type Choices } from '../../store/choices.ts'
import { whenIdle } from '../../ui/when-idle.ts'
import type { SessionView } from '../session-view.ts'

/** The models and agents of one directory, as far as they are read. */
interface Cache {
  data: Accessor<Choices | undefined>
  problem: Accessor<Problem | undefined>
  loading: Accessor<boolean>
  read: () => void
}

export interface ChoicesView {
  data: Accessor<Choices | undefined>
  problem: Accessor<Problem | undefined>
  loading: Accessor<boolean>
  /** Reads again: after a failure, or because a provider may have been set up meanwhile. */
  refresh: () => void
}

/** One for each server and directory: sessions of one project share it, and going back to one is instant. */
const caches = new Map<string, Cache>()

function makeCache(serverId: string, directory: string): Cache {
  return createRoot(() => {
    const [data, setData] = createSignal<Choices>()
    const [problem, setProblem] = createSignal<Problem>()
    const [loading, setLoading] = createSignal(false)
    async function load(): Promise<void> {
      setLoading(true)
      try {
        setData(await readChoices({ serverId, directory }))
        setProblem(undefined)
      } catch (error) {
        setProblem(toProblem(error))
      } finally {
        setLoading(false)
      }
    }
    return {
      data,
      problem,
      loading,
      read() {
        if (!loading()) void load()
      },
    }
  })
}

function cacheOf(serverId: string, directory: string): Cache {
  const key = `${serverId}\n${directory}`
  const known = caches.get(key)
  if (known) return known
  const fresh = makeCache(serverId, directory)
  caches.set(key, fresh)
  return fresh
}

/** What a session can be asked with. Read when the session stands on the screen and its server answers. */
export function createAvailableChoices({ ref, directory, reachable, transcript }: SessionView): ChoicesView {
  const cache = () => (directory() === '' ? undefined : cacheOf(ref.serverId, directory()))
  const isShown = () => transcript()?.load.status === 'ready'
  createEffect(() => {
    const now = cache()
    if (now && reachable() && isShown() && !now.data() && !now.problem()) onCleanup(whenIdle(now.read))
  })
  return {
    data: () => cache()?.data(),
    problem: () => cache()?.problem(),
    loading: () => cache()?.loading() ?? false,
    refresh: () => cache()?.read(),
  }
}
