import { createEffect, createRoot } from 'solid-js'
import type { Problem } from '../../../shared/api.ts'
import { messageIdAfter } from '../message-id.ts'
import type { Model } from '../model.ts'
import { sessionOf, type PendingPrompt, type SessionRef, type Transcript } from '../types.ts'

/** The prompts on their way, as the transcripts show them. */
export class PendingList {
  readonly #model: Model

  constructor(model: Model) {
    this.#model = model
  }

  transcript({ serverId, sessionId }: SessionRef): Transcript | undefined {
    return this.#model.state.servers[serverId]?.transcripts[sessionId]
  }

  find(ref: SessionRef, id: string): PendingPrompt | undefined {
    return this.transcript(ref)?.pending.find((pending) => pending.id === id)
  }

  /** An id for the next message. */
  newId(ref: SessionRef): string {
    const { messages = [], pending = [] } = this.transcript(ref) ?? {}
    const known = [...messages, ...pending].map(({ id }) => id)
    const session = sessionOf(this.#model.state.servers[ref.serverId], ref.sessionId)
    return messageIdAfter(known, session?.time.updated ?? 0)
  }

  /** Resolves when it is not on its way any more: arrived, failed or gone. */
  untilSettled(ref: SessionRef, id: string): Promise<void> {
    return new Promise((resolve) => {
      createRoot((dispose) => {
        createEffect(() => {
          const pending = this.find(ref, id)
          if (pending && !pending.problem) return
          resolve()
          dispose()
        })
      })
    })
  }

  /** Whether nothing has been written after it. */
  isNewest(ref: SessionRef, id: string): boolean {
    return this.transcript(ref)?.messages.every((message) => message.id < id) ?? true
  }

  /** A file outside of the folder is asked about before there is a message. */
  isHeldUp({ serverId, sessionId }: SessionRef): boolean {
    const { link, servers } = this.#model.state
    const asked = Object.values(servers[serverId]?.permissions ?? {})
    return link !== 'connected' || asked.some(({ sessionID }) => sessionID === sessionId)
  }

  remove({ serverId, sessionId }: SessionRef, id: string): void {
    this.#model.changeTranscript(serverId, sessionId, (draft) => {
      draft.pending = draft.pending.filter((pending) => pending.id !== id)
    })
  }

  replace({ serverId, sessionId }: SessionRef, id: string, by: PendingPrompt): void {
    this.#model.changeTranscript(serverId, sessionId, (draft) => {
      draft.pending = draft.pending.map((pending) => (pending.id === id ? by : pending))
    })
  }

  setProblem({ serverId, sessionId }: SessionRef, id: string, problem: Problem | undefined): void {
    this.#model.changeTranscript(serverId, sessionId, (draft) => {
      const shown = draft.pending.find((pending) => pending.id === id)
      if (shown && problem) shown.problem = problem
      else if (shown) delete shown.problem
    })
  }
}
