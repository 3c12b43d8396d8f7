import { get, type ClientRequest } from 'node:http'
import { provenAgent } from '@kilo-console/daemon'
import type { Target } from '../http/proxy.ts'

export interface AnswerAsker {
  /** Asks the engine for any answer, unless one is due already. */
  ask(target: Target): void
  dispose(): void
}

/** Whether an engine's loop turns. Any status is an answer, so no credential is sent. `answered` hears when it was asked. */
export function askForAnswer(answered: (askedAt: number) => void): AnswerAsker {
  let due: ClientRequest | undefined
  return {
    ask({ url, owner }) {
      if (due) return
      const askedAt = performance.now()
      due = get(`${url}/global/health`, { agent: provenAgent(owner) })
      due.once('response', (answer) => {
        answer.destroy()
        answered(askedAt)
      })
      due.on('error', () => undefined)
      due.once('close', () => (due = undefined))
    },
    dispose: () => due?.destroy(),
  }
}
