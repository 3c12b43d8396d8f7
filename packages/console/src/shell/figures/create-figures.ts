import { createSignal, onCleanup, type Accessor } from 'solid-js'
import type { Problem, ServerFigures } from '../../../shared/api.ts'
import { host } from '../../sdk/host.ts'
import { toProblem } from '../../sdk/problem.ts'

const EVERY_MS = 5000

export interface Figures {
  /** The last that were read; undefined before. */
  figures: Accessor<ServerFigures | undefined>
  /** Why the newest could not be read. It is tried again by itself. */
  problem: Accessor<Problem | undefined>
  retry: () => void
}

/** A server's figures, read again as often as the host takes them, for as long as the calling owner lives. */
export function createFigures(serverId: string): Figures {
  const [figures, setFigures] = createSignal<ServerFigures>()
  const [problem, setProblem] = createSignal<Problem>()
  let timer: ReturnType<typeof setTimeout> | undefined
  let ended = false

  async function read(): Promise<void> {
    clearTimeout(timer)
    try {
      const read = await host.figures(serverId)
      if (ended) return
      setFigures(read)
      setProblem()
    } catch (error) {
      if (!ended) setProblem(toProblem(error))
    }
    if (!ended) timer = setTimeout(() => void read(), EVERY_MS)
  }

  void read()
  onCleanup(() => {
    ended = true
    clearTimeout(timer)
  })
  return { figures, problem, retry: () => void read() }
}
