import type { ToolPart } from '@kilocode/sdk/v2/client'
import { actionOf } from '../../../shared/roster/suggestion.ts'
import { readAnswer } from '../../sdk/answer.ts'
import { engine, unwrap } from '../../sdk/engine.ts'
import type { Model } from '../model.ts'
import { isSensitive } from '../sensitive.ts'
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
  /** Allows what is asked for, and from now on what fits these of the rules that came with it. */
  allowAlways(serverId: string, request: Permission, rules: readonly string[]): Promise<void>
  /**
   * How many permissions this one's session waits for now, this one included. Rejecting one of several rejects them all and ends the turn
   * (engine 7.7.7): a message that goes along is then heard by nobody.
   */
  countWaiting(serverId: string, request: Permission): Promise<number>
  /** The call that a request is about, as its session's transcript has it; undefined where that does not tell. */
  readCall(serverId: string, request: Permission): Promise<ToolPart | undefined>
  /** One list of chosen labels (or free text) for each question, in order. */
  answer(serverId: string, request: Question, answers: string[][]): Promise<void>
  dismiss(serverId: string, request: Question): Promise<void>
}

/** A request leaves the page when the engine has taken the answer; its own event may come before or after. */
export function makeRequestActions(model: Model): RequestActions {
  const replyPermission: RequestActions['replyPermission'] = async (serverId, request, reply, message) => {
    const { id, directory } = request
    // The client is older than this part of an answer.
    const asPerson = isSensitive(request) ? { $body_interactive: true } : {}
    const answer = { requestID: id, directory, reply, ...(message ? { message } : {}), ...asPerson }
    await unwrap(engine(serverId).permission.reply(answer))
    model.change(serverId, (draft) => delete draft.permissions[id])
  }
  return {
    replyPermission,
    async allowAlways(serverId, request, rules) {
      const { id: requestID, directory } = request
      const approvedAlways = [...rules]
      await unwrap(engine(serverId).permission.saveAlwaysRules({ requestID, directory, approvedAlways }))
      await replyPermission(serverId, request, 'once')
    },
    async countWaiting(serverId, { sessionID, directory }) {
      // One odd request among them makes the engine refuse the whole list (a `webfetch` without a timeout): then what the page knows counts.
      const known = Object.values(model.state.servers[serverId]?.permissions ?? {})
      const call = engine(serverId).permission.list({ directory })
      const listed = await readAnswer(serverId, 'permissions', call).catch(() => known)
      return listed.filter((each) => each.sessionID === sessionID).length
    },
    async readCall(serverId, { sessionID, directory, tool }) {
      if (!tool) return undefined
      const { messageID, callID } = tool
      const call = engine(serverId).session.message({ sessionID, messageID, directory })
      const { parts } = await readAnswer(serverId, 'message', call)
      return parts.find((part) => part.type === 'tool' && part.callID === callID) as ToolPart | undefined
    },
    async answer(serverId, request, answers) {
      await answerQuestion(serverId, request, answers)
      model.change(serverId, (draft) => delete draft.questions[request.id])
    },
    async dismiss(serverId, request) {
      await dismissQuestion(serverId, request)
      model.change(serverId, (draft) => delete draft.questions[request.id])
    },
  }
}

async function answerQuestion(serverId: string, request: Question, answers: string[][]): Promise<void> {
  const { question, suggestion } = engine(serverId)
  const asked = { requestID: request.id, directory: request.directory }
  if (request.suggests) await unwrap(suggestion.accept({ ...asked, index: actionOf(request, answers) }))
  else await unwrap(question.reply({ ...asked, answers }))
}

async function dismissQuestion(serverId: string, { id, directory, suggests }: Question): Promise<void> {
  const { question, suggestion } = engine(serverId)
  const asked = { requestID: id, directory }
  await unwrap<unknown>(suggests ? suggestion.dismiss(asked) : question.reject(asked))
}
