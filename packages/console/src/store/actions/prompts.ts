import type { Problem } from '../../../shared/api.ts'
import type { SentPrompt, Unsent, UnsentChange } from '../../../shared/unsent.ts'
import { unwrap as unwrapStore } from 'solid-js/store'
import { hostNow } from '../../clock/host-time.ts'
import { host } from '../../sdk/host.ts'
import { findMessage } from '../../sdk/find-message.ts'
import { toProblem } from '../../sdk/problem.ts'
import { requireFolder } from '../folder-check.ts'
import type { Model } from '../model.ts'
import { layPage } from '../reduce-transcript.ts'
import type { PendingPrompt, PromptChoice, SessionRef } from '../types.ts'
import { keptPrompt } from './kept-prompt.ts'
import { PendingList } from './pending-list.ts'
import { placeOf } from './place-of.ts'
import { sendPrompt } from './send-prompt.ts'
import { withdrawPrompt } from './withdraw-prompt.ts'

/** A prompt that was taken is told of at once; an engine that has just been set up anew needs some seconds (docs/engine.md). Milliseconds. */
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
  readonly #shown: PendingList
  /** Requests that still run: a command answers when it is done, and is not lost as long as it runs. */
  readonly #underway = new Set<string>()
  readonly #watched = new Map<string, ReturnType<typeof setTimeout>>()
  /** What the host is known to have kept: not there any more, another page has dealt with it. */
  readonly #kept = new Set<string>()

  constructor(model: Model) {
    this.#model = model
    this.#shown = new PendingList(model)
  }

  /** It shows at once; a failure stays in the transcript, for `resend`. Never rejects. */
  async send(ref: SessionRef, written: Written, choice: PromptChoice): Promise<void> {
    // Of a message in a store, of which no clone can be made.
    const pending = unwrapStore({ ...written, id: this.#shown.newId(ref), choice, sentAt: hostNow() })
    this.#model.change(ref.serverId, (draft) => {
      draft.transcripts[ref.sessionId]?.pending.push(structuredClone(pending))
      delete draft.failed[ref.sessionId]
    })
    this.#keep(ref, { sent: keptPrompt(pending) })
    await this.#send(ref, pending)
  }

  /**
   * Sends a prompt once more that failed or did not arrive. It is asked for first: the same id twice would make one message with everything twice
   * in it, and another page may have sent it under another. What others have written since stays before it. Never rejects.
   */
  async resend(ref: SessionRef, { id }: PendingPrompt): Promise<void> {
    const pending = this.#shown.find(ref, id)
    if (!pending?.problem || pending.cut) return
    this.#underway.add(id)
    this.#shown.setProblem(ref, id, undefined)
    const isMissing = await this.#isMissing(ref, id).catch(toProblem)
    this.#underway.delete(id)
    if (isMissing === false) return
    if (isMissing !== true) return this.#shown.setProblem(ref, id, isMissing)
    const { problem: _, ...again } = structuredClone(unwrapStore(pending))
    if (!this.#shown.isNewest(ref, id)) {
      this.discard(ref, pending)
      return this.send(ref, again, again.choice)
    }
    await this.#send(ref, again)
  }

  /** Takes back a prompt that failed or did not arrive, to be written on; false: it is there after all. Throws where nobody can say. */
  async takeBack(ref: SessionRef, prompt: PendingPrompt): Promise<boolean> {
    const isMissing = await this.#isMissing(ref, prompt.id)
    if (isMissing) this.discard(ref, prompt)
    return isMissing
  }

  /** Gives up a prompt that could not be sent. */
  discard(ref: SessionRef, { id }: Pick<PendingPrompt, 'id'>): void {
    this.#shown.remove(ref, id)
    this.#keep(ref, { settled: id })
  }

  /** What another page has sent and not seen arrive: each that is not there, and should be by now, is offered again. */
  async restore(ref: SessionRef, sent: readonly SentPrompt[]): Promise<void> {
    for (const prompt of structuredClone(unwrapStore(sent))) {
      this.#kept.add(prompt.id)
      const { messages = [], pending = [] } = this.#shown.transcript(ref) ?? {}
      if (pending.some(({ id }) => id === prompt.id)) continue
      if (messages.some(({ id }) => id === prompt.id)) this.#keep(ref, { settled: prompt.id })
      else await this.#offer(ref, prompt)
    }
  }

  /** Takes a prompt out of the queue; false: Kilo has begun with it. */
  async withdraw(ref: SessionRef, id: string): Promise<boolean> {
    const isOut = await withdrawPrompt(ref.serverId, { ...placeOf(this.#model, ref), messageID: id })
    // Who takes it back does not miss it.
    if (isOut) this.#keep(ref, { settled: id })
    return isOut
  }

  async #offer(ref: SessionRef, prompt: SentPrompt): Promise<void> {
    // What cannot be asked for now is still kept, and found at the next opening.
    if (await this.#look(ref, prompt.id).catch(() => true)) return
    const isYoung = hostNow() - prompt.sentAt < ARRIVAL_MS || this.#shown.isHeldUp(ref)
    this.#model.changeTranscript(ref.serverId, ref.sessionId, (draft) => {
      const isThere = [...draft.messages, ...draft.pending].some(({ id }) => id === prompt.id)
      if (!isThere) draft.pending.push({ ...prompt, ...(!isYoung && { problem: NOT_ARRIVED }) })
    })
    if (isYoung) this.#watch(ref, prompt.id)
  }

  /** False: the engine has it, or another page has dealt with it, and it is gone from this one. */
  async #isMissing(ref: SessionRef, id: string): Promise<boolean> {
    if (await this.#look(ref, id)) return false
    if (!this.#kept.has(id)) return true
    const { sent } = await host.keepUnsent(ref.sessionId, {})
    if (sent.some((kept) => kept.id === id)) return true
    this.#shown.remove(ref, id)
    return false
  }

  async #send(ref: SessionRef, pending: PendingPrompt): Promise<void> {
    this.#underway.add(pending.id)
    try {
      await this.#shown.untilFirst(ref, pending.id)
      const place = placeOf(this.#model, ref)
      if (place.directory) await requireFolder({ serverId: ref.serverId, directory: place.directory })
      // Commands answer when they are done: they are watched from the beginning.
      if (pending.how) this.#watch(ref, pending.id)
      await sendPrompt(ref.serverId, place, pending)
      this.#watch(ref, pending.id)
    } catch (error) {
      clearTimeout(this.#watched.get(pending.id))
      this.#shown.setProblem(ref, pending.id, toProblem(error))
    } finally {
      this.#underway.delete(pending.id)
    }
  }

  /** Another watch takes the place of the one before: that may be of an earlier attempt. */
  #watch(ref: SessionRef, id: string): void {
    const shownIn = unwrapStore(this.#shown.transcript(ref))
    const check = () => {
      this.#watched.delete(id)
      if (this.#shown.find(ref, id)) return this.#check(ref, id)
      if (shownIn && unwrapStore(this.#shown.transcript(ref)) === shownIn)
        return this.#keep(ref, { settled: id })
      // The transcript that showed it is gone, and tells nothing: what is not found now is found at the next opening.
      return this.#look(ref, id).catch(() => false)
    }
    clearTimeout(this.#watched.get(id))
    this.#watched.set(
      id,
      setTimeout(() => void check(), ARRIVAL_MS),
    )
  }

  async #check(ref: SessionRef, id: string): Promise<void> {
    const isWaitedFor = () => this.#shown.find(ref, id)?.problem === undefined
    if (!isWaitedFor()) return
    if (this.#shown.isHeldUp(ref)) return this.#watch(ref, id)
    const isThere = await this.#look(ref, id).catch(() => undefined)
    if (isThere || !this.#shown.find(ref, id) || !isWaitedFor()) return
    if (isThere === undefined || this.#underway.has(id)) return this.#watch(ref, id)
    this.#shown.setProblem(ref, id, NOT_ARRIVED)
  }

  /** Whether the engine has it; if so it is shown from now on. */
  async #look(ref: SessionRef, id: string): Promise<boolean> {
    const found = await findMessage(ref.serverId, { ...placeOf(this.#model, ref), messageID: id })
    if (!found) return false
    const live = this.#model.live(ref.serverId)
    this.#model.changeTranscript(ref.serverId, ref.sessionId, (draft) => {
      layPage(draft, [found], { since: [], live, fresh: false })
    })
    this.#shown.remove(ref, id)
    this.#keep(ref, { settled: id })
    return true
  }

  /** What the host cannot keep now is lost with this page alone. */
  #keep({ sessionId }: SessionRef, change: UnsentChange): void {
    const isKept = (id: string | undefined, { sent }: Unsent) => sent.some((kept) => kept.id === id)
    host.keepUnsent(sessionId, change).then(
      (now) => change.sent && isKept(change.sent.id, now) && this.#kept.add(change.sent.id),
      () => undefined,
    )
  }
}
