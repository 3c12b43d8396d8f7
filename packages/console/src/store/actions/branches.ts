import type { Session } from '@kilocode/sdk/v2/client'
import { hostNow } from '../../clock/host-time.ts'
import { readAnswer } from '../../sdk/answer.ts'
import { engine, unwrap } from '../../sdk/engine.ts'
import type { Model } from '../model.ts'
import { sessionOf, type ModelRef, type SessionRef } from '../types.ts'
import { dropSession, putSession } from './known-session.ts'
import { placeOf, type PlacedRef } from './place-of.ts'

/** What is done with the course of a session: taken back, branched, shortened, put away. Each rejects with `ProblemError`. */
export interface BranchActions {
  /** Takes back a prompt and all after it, files included. Refused (409) while the session is busy. */
  revert(ref: SessionRef, messageId: string): Promise<void>
  /** Brings back what was taken back. */
  restore(ref: SessionRef): Promise<void>
  /** A new session with a copy of the messages before `beforeId`, or of all that count: what was taken back the engine would copy as well. */
  fork(ref: PlacedRef, beforeId?: string): Promise<Session>
  /** Shortens the context to a summary. Resolves when that is written, which takes seconds: show it as running, don't wait. */
  compact(ref: SessionRef, model: ModelRef): Promise<void>
  /** Puts it out of sight, with its subagents. There is no way back out of the engine's archive (docs/engine.md), so that is a second step. */
  putAway(ref: SessionRef): PutAway
  /** Its address on the web, made when it has none. */
  share(ref: SessionRef): Promise<string>
  unshare(ref: SessionRef): Promise<void>
}

export interface PutAway {
  takeBack(this: void): void
  /** Puts it into the archive; also while the page is being closed. */
  archive(this: void): Promise<void>
}

export function makeBranchActions(model: Model): BranchActions {
  const change = async (ref: SessionRef, call: Parameters<typeof readAnswer>[2]): Promise<Session> => {
    const session = await readAnswer(ref.serverId, 'session', call)
    putSession(model, ref.serverId, session)
    return session
  }
  const client = ({ serverId }: SessionRef) => engine(serverId).session
  return {
    async revert(ref, messageID) {
      await change(ref, client(ref).revert({ ...placeOf(model, ref), messageID }))
    },
    async restore(ref) {
      await change(ref, client(ref).unrevert(placeOf(model, ref)))
    },
    fork(ref, beforeId) {
      const messageID =
        beforeId ?? sessionOf(model.state.servers[ref.serverId], ref.sessionId)?.revert?.messageID
      return change(ref, client(ref).fork({ ...placeOf(model, ref), ...(messageID ? { messageID } : {}) }))
    },
    async compact(ref, chosen) {
      await unwrap(client(ref).summarize({ ...placeOf(model, ref), ...chosen }))
    },
    putAway: (ref) => putAway(model, ref),
    async share(ref) {
      const { share } = await change(ref, client(ref).share(placeOf(model, ref)))
      return share?.url ?? ''
    },
    async unshare(ref) {
      await change(ref, client(ref).unshare(placeOf(model, ref)))
    },
  }
}

function putAway(model: Model, ref: SessionRef): PutAway {
  const place = placeOf(model, ref)
  const takeBack = () => model.change(ref.serverId, (draft) => delete draft.putAway[ref.sessionId])
  model.change(ref.serverId, (draft) => (draft.putAway[ref.sessionId] = true))
  return {
    takeBack,
    async archive() {
      const archived = { ...place, time: { archived: hostNow() } }
      await unwrap(engine(ref.serverId).session.update(archived, { keepalive: true }))
      dropSession(model, ref)
      takeBack()
    },
  }
}
