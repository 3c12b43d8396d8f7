import type { Session } from '@kilocode/sdk/v2/client'
import type { Problem } from '../../../shared/api.ts'
import { readAnswer } from '../../sdk/answer.ts'
import { engine, unwrap } from '../../sdk/engine.ts'
import { resumeSession } from '../../sdk/resume-session.ts'
import { requireFolder } from '../folder-check.ts'
import { isWithin } from '../family.ts'
import type { Model } from '../model.ts'
import type { PromptChoice, PromptExtra, SessionRef } from '../types.ts'
import { dropSession, putSession } from './known-session.ts'
import { placeOf, type PlacedRef } from './place-of.ts'
import { Prompts } from './prompts.ts'

/** A session whose provider cannot be reached, and that waits to be told what to do. */
export interface NetworkWait {
  requestId: string
  message: string
  /** Of the session that waits. */
  directory: string
}

export interface Place {
  serverId: string
  directory: string
}

/** What a person does with a session. Each rejects with `ProblemError` unless it says otherwise. */
export class SessionActions {
  readonly #model: Model
  readonly prompts: Prompts

  constructor(model: Model) {
    this.#model = model
    this.prompts = new Prompts(model)
  }

  /** Makes an empty session in a directory and puts it into the roster. */
  async create({ serverId, directory }: Place): Promise<Session> {
    await requireFolder({ serverId, directory })
    const session = await readAnswer(serverId, 'session', engine(serverId).session.create({ directory }))
    putSession(this.#model, serverId, session)
    return session
  }

  /** Sends a prompt, and answers what was in its way. It shows at once; a failure stays in the transcript (`prompts.resend`). Never rejects. */
  prompt(
    ref: SessionRef,
    text: string,
    choice: PromptChoice,
    extras: PromptExtra[] = [],
  ): Promise<Problem | undefined> {
    return this.prompts.send(ref, { text, extras }, choice)
  }

  /** Ends the running turn, and takes back what it asked: the engine would list that for ever (docs/engine.md). */
  async stop(ref: SessionRef): Promise<void> {
    this.prompts.stop(ref)
    const asked = this.#askedBy(ref)
    await unwrap(engine(ref.serverId).session.abort(placeOf(this.#model, ref)))
    const { permission, question } = engine(ref.serverId)
    await Promise.allSettled([
      ...asked.permissions.map(({ id, directory }) =>
        unwrap(permission.reply({ requestID: id, directory, reply: 'reject' })),
      ),
      // A suggestion goes with the turn.
      ...asked.questions
        .filter(({ suggests }) => !suggests)
        .map(({ id, directory }) => unwrap(question.reject({ requestID: id, directory }))),
    ])
  }

  /** What the session and its subagents wait for. */
  #askedBy({ serverId, sessionId }: SessionRef) {
    const server = this.#model.state.servers[serverId]
    const ours = <T extends { sessionID: string }>(requests: Record<string, T> = {}) =>
      Object.values(requests).filter((request) =>
        isWithin(server?.sessions ?? {}, request.sessionID, sessionId),
      )
    return { permissions: ours(server?.permissions), questions: ours(server?.questions) }
  }

  /** Goes on with an answer that was cut off; a session that has moved on since cannot. */
  async resume(ref: SessionRef, messageId: string): Promise<void> {
    await resumeSession({ ...ref, directory: placeOf(this.#model, ref).directory ?? '' }, messageId)
  }

  /** A provider could not be reached: tries once more, or ends the turn. */
  async answerNetwork(serverId: string, wait: NetworkWait, answer: 'try' | 'give-up'): Promise<void> {
    const { network } = engine(serverId)
    const asked = { requestID: wait.requestId, directory: wait.directory }
    await unwrap(answer === 'try' ? network.reply(asked) : network.reject(asked))
  }

  async rename(ref: SessionRef, title: string): Promise<void> {
    const call = engine(ref.serverId).session.update({ ...placeOf(this.#model, ref), title })
    putSession(this.#model, ref.serverId, await readAnswer(ref.serverId, 'session', call))
  }

  /** How many sessions of subagents go with it when it is removed. */
  async countSubagents(ref: PlacedRef): Promise<number> {
    const call = engine(ref.serverId).session.children(placeOf(this.#model, ref))
    return (await readAnswer(ref.serverId, 'sessions', call)).length
  }

  async remove(ref: PlacedRef): Promise<void> {
    await unwrap(engine(ref.serverId).session.delete(placeOf(this.#model, ref)))
    dropSession(this.#model, ref)
  }
}
