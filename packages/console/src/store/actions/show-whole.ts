import { readAnswer } from '../../sdk/answer.ts'
import { engine } from '../../sdk/engine.ts'
import type { Model } from '../model.ts'
import { layWhole } from '../reduce-transcript.ts'
import type { SessionRef } from '../types.ts'
import { placeOf } from './place-of.ts'

/** Reads all of a message of which something was left out, and lays one part whole, or all where none is named. Rejects with `ProblemError`. */
export type ShowWhole = (this: void, ref: SessionRef, messageId: string, partId?: string) => Promise<void>

export const makeShowWhole =
  (model: Model): ShowWhole =>
  async (ref, messageId, partId) => {
    const { serverId, sessionId } = ref
    const call = engine(serverId).session.message({ ...placeOf(model, ref), messageID: messageId })
    const { parts } = await readAnswer(serverId, 'message', call)
    const wanted = partId === undefined ? parts : parts.filter(({ id }) => id === partId)
    model.changeTranscript(serverId, sessionId, (draft) => layWhole(draft, messageId, wanted))
  }
