import type { Session } from '@kilocode/sdk/v2/client'
import { engine, unwrap } from '../../sdk/engine.ts'
import { toProblem } from '../../sdk/problem.ts'
import type { Model } from '../model.ts'
import type { PendingPrompt, PromptChoice, SessionRef } from '../types.ts'

export interface Place {
  serverId: string
  directory: string
}

export interface SessionActions {
  /** Makes an empty session in a directory and puts it into the roster. */
  create(place: Place): Promise<Session>
  /** Sends a prompt. It shows at once; a failure stays in the transcript with its text, and `resend` tries again. */
  prompt(ref: SessionRef, text: string, choice: PromptChoice): Promise<void>
  resend(ref: SessionRef, pending: PendingPrompt): Promise<void>
  /** Takes back a prompt that could not be sent. */
  discard(ref: SessionRef, pending: PendingPrompt): void
  /** Ends the running turn. */
  stop(ref: SessionRef): Promise<void>
  rename(ref: SessionRef, title: string): Promise<void>
  archive(ref: SessionRef): Promise<void>
  remove(ref: SessionRef): Promise<void>
}

/** The engine looks a session up in the instance of its directory. Empty when the roster does not hold it. */
function placeOf(model: Model, { serverId, sessionId }: SessionRef) {
  const directory = model.state.servers[serverId]?.sessions[sessionId]?.directory
  return { sessionID: sessionId, ...(directory ? { directory } : {}) }
}

export function makeSessionActions(model: Model): SessionActions {
  function put(serverId: string, session: Session): void {
    model.change(serverId, (draft) => {
      draft.sessions[session.id] = session
    })
  }

  async function send(ref: SessionRef, pending: PendingPrompt): Promise<void> {
    const { text, choice } = pending
    try {
      await unwrap(
        engine(ref.serverId).session.promptAsync({
          ...placeOf(model, ref),
          ...choice,
          parts: [{ type: 'text', text }],
        }),
      )
    } catch (error) {
      model.changeTranscript(ref.serverId, ref.sessionId, (draft) => {
        const shown = draft.pending.find(({ id }) => id === pending.id)
        if (shown) shown.problem = toProblem(error)
      })
    }
  }

  function discard(ref: SessionRef, { id }: PendingPrompt): void {
    model.changeTranscript(ref.serverId, ref.sessionId, (draft) => {
      draft.pending = draft.pending.filter((pending) => pending.id !== id)
    })
  }

  function prompt(ref: SessionRef, text: string, choice: PromptChoice): Promise<void> {
    const pending = { id: crypto.randomUUID(), text, choice, sentAt: Date.now() }
    model.changeTranscript(ref.serverId, ref.sessionId, (draft) => {
      draft.pending.push(pending)
      draft.problem = null
    })
    return send(ref, pending)
  }

  return {
    async create({ serverId, directory }) {
      const session = await unwrap(engine(serverId).session.create({ directory }))
      put(serverId, session)
      return session
    },
    prompt,
    resend(ref, pending) {
      discard(ref, pending)
      return prompt(ref, pending.text, pending.choice)
    },
    discard,
    async stop(ref) {
      await unwrap(engine(ref.serverId).session.abort(placeOf(model, ref)))
    },
    async rename(ref, title) {
      put(ref.serverId, await unwrap(engine(ref.serverId).session.update({ ...placeOf(model, ref), title })))
    },
    async archive(ref) {
      await unwrap(
        engine(ref.serverId).session.update({ ...placeOf(model, ref), time: { archived: Date.now() } }),
      )
      model.change(ref.serverId, (draft) => delete draft.sessions[ref.sessionId])
    },
    async remove(ref) {
      await unwrap(engine(ref.serverId).session.delete(placeOf(model, ref)))
      model.change(ref.serverId, (draft) => delete draft.sessions[ref.sessionId])
    },
  }
}
