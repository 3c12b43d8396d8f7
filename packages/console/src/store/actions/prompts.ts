import type { Problem } from '../../../shared/api.ts'
import type { SentPrompt, UnsentChange } from '../../../shared/unsent.ts'
import { unwrap as unwrapStore } from 'solid-js/store'
import { hostNow } from '../../clock/host-time.ts'
import { engine, unwrap } from '../../sdk/engine.ts'
import { host } from '../../sdk/host.ts'
import { findMessage } from '../../sdk/find-message.ts'
import { toProblem } from '../../sdk/problem.ts'
import { requireFolder } from '../folder-check.ts'
import { messageIdAfter } from '../message-id.ts'
import type { Model } from '../model.ts'
import { layPage } from '../reduce-transcript.ts'
import { sessionOf, type PendingPrompt, type PromptChoice, type SessionRef } from '../types.ts'
import { keptPrompt } from './kept-prompt.ts'
import { placeOf } from './place-of.ts'
import { sendPrompt } from './send-prompt.ts'

/** A prompt that was taken is told of at once; an engine that has just been set up anew needs some seconds (engine-features.md 1). Milliseconds. */
export const ARRIVAL_MS = 8000

const NOT_ARRIVED: Problem = {
  code: 'not-arrived',
  message: 'Kilo has not received this',
  hint: 'It may have been lost while settings were changed.',
}

export type Written = Pick<PendingPrompt, 'text' | 'extras' | 'how'>

/**
 * Prompts on their way. The engine takes a prompt with 204 and may lose it nevertheless: it counts as sent when there is a message under our id.
 * Until then it stands in the transcript as pending, and the host keeps it, so that a reload finds it again.
 */
export class Prompts {
  readonly #model: Model

  constructor(model: Model) {
    this.#model = model
  }

  /** It shows at once; a failure stays in the transcript, for `resend`. Never rejects. */
  async send(ref: SessionRef, written: Written, choice: PromptChoice): Promise<void> {
    const pending = { ...written, id: this.#newId(ref), choice, sentAt: hostNow() }
    this.#model.change(ref.serverId, (draft) => {
      draft.transcripts[ref.sessionId]?.pending.push(structuredClone(pending))
      delete draft.failed[ref.sessionId]
    })
    this.#keep(ref, { sent: keptPrompt(pending) })
    await this.#send(ref, pending)
  }

  /**
   * Sends a prompt once more that failed or did not arrive. It is asked for first: the same id twice would make one message with everything twice
   * in it. What others have written since stays before it. Never rejects.
   */
  async resend(ref: SessionRef, { id }: PendingPrompt): Promise<void> {
    const pending = this.#pending(ref, id)
    if (!pending?.problem) return
    this.#setProblem(ref, id, undefined)
    const isThere = await this.#look(ref, id).catch(toProblem)
    if (isThere === true) return
    if (isThere !== false) return this.#setProblem(ref, id, isThere)
    const { problem: _, ...again } = structuredClone(unwrapStore(pending))
    if (!this.#isNewest(ref, id)) {
      this.discard(ref, pending)
      return this.send(ref, again, again.choice)
    }
    await this.#send(ref, again)
  }

  /** Takes back a prompt that could not be sent. */
  discard(ref: SessionRef, { id }: Pick<PendingPrompt, 'id'>): void {
    this.#model.changeTranscript(ref.serverId, ref.sessionId, (draft) => {
      draft.pending = draft.pending.filter((pending) => pending.id !== id)
    })
    this.#keep(ref, { settled: id })
  }

  /** What an earlier page has sent and not seen arrive: each that is not there is offered again. */
  async restore(ref: SessionRef, sent: readonly SentPrompt[]): Promise<void> {
    for (const prompt of structuredClone(unwrapStore(sent))) {
      const { messages = [], pending = [] } = this.#transcript(ref) ?? {}
      if (pending.some(({ id }) => id === prompt.id)) continue
      if (messages.some(({ id }) => id === prompt.id)) this.#keep(ref, { settled: prompt.id })
      else await this.#offer(ref, prompt)
    }
  }

  /** Takes a prompt out of the queue; false: Kilo has begun with it. The client is older than the parameter (engine-features.md 6). */
  async withdraw(ref: SessionRef, id: string): Promise<boolean> {
    const asked = { ...placeOf(this.#model, ref), messageID: id, $query_queued: 'true' }
    const isOut = (await unwrap(engine(ref.serverId).session.deleteMessage(asked))) as unknown
    // Who takes it back does not miss it.
    if (isOut === true) this.#keep(ref, { settled: id })
    return isOut === true
  }

  /** An id for the next message. */
  #newId({ serverId, sessionId }: SessionRef): string {
    const server = this.#model.state.servers[serverId]
    const { messages = [], pending = [] } = server?.transcripts[sessionId] ?? {}
    const known = [...messages, ...pending].map(({ id }) => id)
    return messageIdAfter(known, sessionOf(server, sessionId)?.time.updated ?? 0)
  }

  async #offer(ref: SessionRef, prompt: SentPrompt): Promise<void> {
    // What cannot be asked for now is still kept, and found at the next opening.
    if (await this.#look(ref, prompt.id).catch(() => true)) return
    this.#model.changeTranscript(ref.serverId, ref.sessionId, (draft) => {
      const isThere = [...draft.messages, ...draft.pending].some(({ id }) => id === prompt.id)
      if (!isThere) draft.pending.push({ ...prompt, problem: NOT_ARRIVED })
    })
  }

  async #send(ref: SessionRef, pending: PendingPrompt): Promise<void> {
    try {
      const place = placeOf(this.#model, ref)
      if (place.directory) await requireFolder({ serverId: ref.serverId, directory: place.directory })
      // Commands answer when they are done: they are watched from the beginning.
      if (pending.how) this.#watch(ref, pending.id)
      await sendPrompt(ref.serverId, place, pending)
      if (!pending.how) this.#watch(ref, pending.id)
    } catch (error) {
      this.#setProblem(ref, pending.id, toProblem(error))
    }
  }

  #watch(ref: SessionRef, id: string): void {
    setTimeout(() => void this.#check(ref, id), ARRIVAL_MS)
  }

  async #check(ref: SessionRef, id: string): Promise<void> {
    const pending = this.#pending(ref, id)
    if (!pending) return this.#keep(ref, { settled: id })
    if (pending.problem) return
    if (this.#isHeldUp(ref)) return this.#watch(ref, id)
    try {
      if (!(await this.#look(ref, id)) && this.#pending(ref, id)) this.#setProblem(ref, id, NOT_ARRIVED)
    } catch {
      this.#watch(ref, id)
    }
  }

  /** A file outside of the folder is asked about before there is a message. */
  #isHeldUp({ serverId, sessionId }: SessionRef): boolean {
    const { link, servers } = this.#model.state
    const asked = Object.values(servers[serverId]?.permissions ?? {})
    return link !== 'connected' || asked.some(({ sessionID }) => sessionID === sessionId)
  }

  /** Whether the engine has it; if so it is shown from now on. */
  async #look(ref: SessionRef, id: string): Promise<boolean> {
    const found = await findMessage(ref.serverId, { ...placeOf(this.#model, ref), messageID: id })
    if (!found) return false
    const live = this.#model.live(ref.serverId)
    this.#model.changeTranscript(ref.serverId, ref.sessionId, (draft) => {
      layPage(draft, [found], { since: [], live, fresh: false })
      draft.pending = draft.pending.filter((pending) => pending.id !== id)
    })
    this.#keep(ref, { settled: id })
    return true
  }

  #transcript({ serverId, sessionId }: SessionRef) {
    return this.#model.state.servers[serverId]?.transcripts[sessionId]
  }

  #pending(ref: SessionRef, id: string): PendingPrompt | undefined {
    return this.#transcript(ref)?.pending.find((pending) => pending.id === id)
  }

  #isNewest(ref: SessionRef, id: string): boolean {
    return this.#transcript(ref)?.messages.every((message) => message.id < id) ?? true
  }

  #setProblem(ref: SessionRef, id: string, problem: Problem | undefined): void {
    this.#model.changeTranscript(ref.serverId, ref.sessionId, (draft) => {
      const shown = draft.pending.find((pending) => pending.id === id)
      if (shown && problem) shown.problem = problem
      else if (shown) delete shown.problem
    })
  }

  /** What the host cannot keep now is lost with this page alone. */
  #keep({ sessionId }: SessionRef, change: UnsentChange): void {
    host.keepUnsent(sessionId, change).catch(() => undefined)
  }
}
