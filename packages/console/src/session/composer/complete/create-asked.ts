import { createEffect, createSignal, on, onCleanup, type Accessor } from 'solid-js'
import type { Problem } from '../../../../shared/api.ts'
import { toProblem } from '../../../sdk/problem.ts'

/** Between letters of one who types fast nobody is asked. Milliseconds. */
const PAUSE_MS = 60

export interface Asked<T> {
  found: Accessor<T>
  loading: Accessor<boolean>
  problem: Accessor<Problem | undefined>
}

/** Asks again with each question; only the newest answer counts. Undefined: nothing is asked. */
export function createAsked<T extends object>(
  nothing: T,
  question: Accessor<string | undefined>,
  ask: (question: string) => Promise<T>,
): Asked<T> {
  const [found, setFound] = createSignal<T>(nothing)
  const [loading, setLoading] = createSignal(false)
  const [problem, setProblem] = createSignal<Problem>()
  createEffect(
    on(question, (asked) => {
      if (asked === undefined) return
      let isNewest = true
      setLoading(true)
      const settle = (act: () => void) => {
        if (!isNewest) return
        setLoading(false)
        act()
      }
      const timer = setTimeout(() => {
        ask(asked).then(
          (answer) =>
            settle(() => {
              setProblem(undefined)
              setFound(() => answer)
            }),
          (error: unknown) => settle(() => setProblem(toProblem(error))),
        )
      }, PAUSE_MS)
      onCleanup(() => {
        isNewest = false
        clearTimeout(timer)
      })
    }),
  )
  return { found, loading, problem }
}
