import { host } from '../../sdk/host.ts'
import type { Model } from '../model.ts'
import type { SessionRef } from '../types.ts'

/** Shows a session first in every browser, or no longer. At once; taken back when the host refuses. Rejects with `ProblemError`. */
export type Pin = (ref: SessionRef, pinned: boolean) => Promise<void>

export function makePin(model: Model): Pin {
  const show = ({ serverId, sessionId }: SessionRef, pinned: boolean) =>
    model.change(serverId, (draft) => {
      if (pinned) draft.pinned[sessionId] = true
      else delete draft.pinned[sessionId]
    })
  return async (ref, pinned) => {
    show(ref, pinned)
    try {
      await host.pin(ref.serverId, ref.sessionId, pinned)
    } catch (error) {
      show(ref, !pinned)
      throw error
    }
  }
}
