import { engine, unwrap } from '../../sdk/engine.ts'
import type { Model } from '../model.ts'
import type { Permission, Question } from '../types.ts'

export type PermissionReply = 'once' | 'always' | 'reject'

export interface RequestActions {
  /** Answers a permission request. `message` goes with a rejection: what the agent should do instead. */
  replyPermission(
    serverId: string,
    request: Permission,
    reply: PermissionReply,
    message?: string,
  ): Promise<void>
  /** One list of chosen labels (or free text) for each question, in order. */
  answer(serverId: string, request: Question, answers: string[][]): Promise<void>
  dismiss(serverId: string, request: Question): Promise<void>
}

/** A request leaves the page when the engine has taken the answer; its own event may come before or after. */
export function makeRequestActions(model: Model): RequestActions {
  return {
    async replyPermission(serverId, { id, directory }, reply, message) {
      await unwrap(
        engine(serverId).permission.reply({
          requestID: id,
          directory,
          reply,
          ...(message ? { message } : {}),
        }),
      )
      model.change(serverId, (draft) => delete draft.permissions[id])
    },
    async answer(serverId, { id, directory }, answers) {
      await unwrap(engine(serverId).question.reply({ requestID: id, directory, answers }))
      model.change(serverId, (draft) => delete draft.questions[id])
    },
    async dismiss(serverId, { id, directory }) {
      await unwrap(engine(serverId).question.reject({ requestID: id, directory }))
      model.change(serverId, (draft) => delete draft.questions[id])
    },
  }
}
