import { createRoot, createSignal, type Accessor } from 'solid-js'
import type { Problem } from '../../shared/api.ts'
import { toProblem } from '../sdk/problem.ts'
import { readChoices, type Choices } from './choices.ts'

/** The models and agents of one directory, as far as they are read. */
export interface ChoicesCache {
  data: Accessor<Choices | undefined>
  problem: Accessor<Problem | undefined>
  loading: Accessor<boolean>
  /** Unless it is read already. */
  read: () => void
  /** Because it may be another by now: behind what is read already, whose answer may be of before. */
  refresh: () => void
}

/** One for each server and directory: sessions of one project share it, and going back to one is instant. */
const caches = new Map<string, ChoicesCache>()

function makeChoices(serverId: string, directory: string): ChoicesCache {
  return createRoot(() => {
    const [data, setData] = createSignal<Choices>()
    const [problem, setProblem] = createSignal<Problem>()
    const [loading, setLoading] = createSignal(false)
    let isStale = false
    async function load(): Promise<void> {
      isStale = false
      setLoading(true)
      try {
        setData(await readChoices({ serverId, directory }))
        setProblem(undefined)
      } catch (error) {
        setProblem(toProblem(error))
      } finally {
        setLoading(false)
      }
      if (isStale) await load()
    }
    return {
      data,
      problem,
      loading,
      read() {
        if (!loading()) void load()
      },
      refresh() {
        if (loading()) isStale = true
        else void load()
      },
    }
  })
}

export function choicesCache(serverId: string, directory: string): ChoicesCache {
  const key = `${serverId}\n${directory}`
  const known = caches.get(key)
  if (known) return known
  const fresh = makeChoices(serverId, directory)
  caches.set(key, fresh)
  return fresh
}
