import { createSignal, type Accessor } from 'solid-js'
import type { Problem } from '../../../shared/api.ts'
import { toProblem } from '../../sdk/problem.ts'

export interface Reply<T> {
  /** The answer that is on its way, or that failed. */
  sent: Accessor<T | undefined>
  busy: Accessor<boolean>
  problem: Accessor<Problem | undefined>
  send: (answer: T) => void
  retry: () => void
}

/** Sends an answer and keeps what became of it in view: a failure stays, with the answer, for another try. */
export function createReply<T>(act: (answer: T) => Promise<void>): Reply<T> {
  const [sent, setSent] = createSignal<T>()
  const [busy, setBusy] = createSignal(false)
  const [problem, setProblem] = createSignal<Problem>()
  async function send(answer: T): Promise<void> {
    if (busy()) return
    setSent(() => answer)
    setBusy(true)
    setProblem(undefined)
    try {
      await act(answer)
    } catch (error) {
      setProblem(toProblem(error))
    } finally {
      setBusy(false)
    }
  }
  return {
    sent,
    busy,
    problem,
    send: (answer) => void send(answer),
    retry() {
      const last = sent()
      if (last !== undefined) void send(last)
    },
  }
}
