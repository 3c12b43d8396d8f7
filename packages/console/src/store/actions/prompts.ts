import type { Problem } from '../../../shared/api.ts'
import type { SentPrompt } from '../../../shared/unsent.ts'
import { unwrap as unwrapStore } from 'solid-js/store'
import { hostNow } from '../../clock/host-time.ts'
import { toProblem } from '../../sdk/problem.ts'
import { requireFolder } from '../folder-check.ts'
import type { Model } from '../model.ts'
import type { PendingPrompt, PromptChoice, SessionRef } from '../types.ts'
import { ARRIVAL_MS, Arrivals, NOT_ARRIVED } from './arrivals.ts'
import { keptPrompt } from './kept-prompt.ts'
import { KeptPrompts } from './kept-prompts.ts'
import { PendingList } from './pending-list.ts'
import { placeOf } from './place-of.ts'
import { SendOrder } from './send-order.ts'
import { sendPrompt } from './send-prompt.ts'
import { withdrawPrompt } from './withdraw-prompt.ts'

/** It waited for the one before it when somebody stopped the session. */
const STOPPED: Problem = { code: 'stopped', message: 'Kilo was stopped before this was sent' }
const WORKING: Problem = {
  code: 'busy',
  message: 'Kilo is working',
  hint: 'Your command can run when it is done.',
}

export type Written = Pick<PendingPrompt, 'text' | 'extras' | 'how'>

/**
 * Prompts on their way. The engine takes a prompt with 204 and may lose it nevertheless: it counts as sent when there is a message under our id.
 * Until then it stands in the transcript as pending, and the host keeps it, so that a reload finds it again.
 */
export class Prompts {
  readonly #model: Model
  readonly #shown: PendingList
  readonly #kept = new KeptPrompts()
  readonly #order = new SendOrder()
  readonly #arrivals: Arrivals

  constructor(model: Model) {
    this.#model = model
    this.#shown = new PendingList(model)
    this.#arrivals = new Arrivals(model, this.#shown, this.#kept)
  }

  /** It shows at once; a failure stays in the transcript, for `resend`, and is answered. Never rejects. */
  async send(ref: SessionRef, written: Written, choice: PromptChoice): Promise<Problem | undefined> {
    // Of a message in a store, of which no clone can be made.
    const pending = unwrapStore({ ...written, id: this.#shown.newId(ref), choice, sentAt: hostNow() })
    this.#model.change(ref.serverId, (draft) => {
      draft.transcripts[ref.sessionId]?.pending.push(structuredClone(pending))
      delete draft.failed[ref.sessionId]
    })
    this.#kept.change(ref, { sent: keptPrompt(pending) })
    return this.#send(ref, pending)
  }

  /**
   * Sends a prompt once more that failed or did not arrive. It is asked for first: the same id twice would make one message with everything twice
   * in it, and another page may have sent it under another. What others have written since stays before it. Never rejects.
   */
  async resend(ref: SessionRef, { id }: PendingPrompt): Promise<void> {
    const pending = this.#shown.find(ref, id)
    if (!pending?.problem || pending.cut) return
    this.#arrivals.underway.add(id)
    this.#shown.setProblem(ref, id, undefined)
    const isMissing = await this.#arrivals.isMissing(ref, id).catch(toProblem)
    this.#arrivals.underway.delete(id)
    if (isMissing === false) return
    if (isMissing !== true) return this.#shown.setProblem(ref, id, isMissing)
    const { problem: _, ...again } = structuredClone(unwrapStore(pending))
    await this.#send(ref, again)
  }

  /** Of a session that is stopped nothing goes on, not even what waits here for the prompt before it. */
  stop(ref: SessionRef): void {
    this.#order.stop(ref)
    this.#arrivals.hurry(ref)
  }

  /** Takes back a prompt that failed or did not arrive, to be written on; false: it is there after all. Throws where nobody can say. */
  async takeBack(ref: SessionRef, prompt: PendingPrompt): Promise<boolean> {
    const isMissing = await this.#arrivals.isMissing(ref, prompt.id)
    if (isMissing) this.discard(ref, prompt)
    return isMissing
  }

  /** Gives up a prompt that could not be sent. */
  discard(ref: SessionRef, { id }: Pick<PendingPrompt, 'id'>): void {
    this.#shown.remove(ref, id)
    this.#kept.change(ref, { settled: id })
  }

  /** What another page has sent and not seen arrive: each that is not there, and should be by now, is offered again. */
  async restore(ref: SessionRef, sent: readonly SentPrompt[]): Promise<void> {
    for (const prompt of structuredClone(unwrapStore(sent))) {
      this.#kept.note(prompt.id)
      const { messages = [], pending = [] } = this.#shown.transcript(ref) ?? {}
      if (pending.some(({ id }) => id === prompt.id)) continue
      if (messages.some(({ id }) => id === prompt.id)) this.#kept.change(ref, { settled: prompt.id })
      else await this.#offer(ref, prompt)
    }
  }

  /** Takes a prompt out of the queue; false: Kilo has begun with it. */
  async withdraw(ref: SessionRef, id: string): Promise<boolean> {
    const isOut = await withdrawPrompt(ref.serverId, { ...placeOf(this.#model, ref), messageID: id })
    // Who takes it back does not miss it.
    if (isOut) this.#kept.change(ref, { settled: id })
    return isOut
  }

  async #offer(ref: SessionRef, prompt: SentPrompt): Promise<void> {
    // What cannot be asked for now is still kept, and found at the next opening.
    if (await this.#arrivals.look(ref, prompt.id).catch(() => true)) return
    const isYoung = hostNow() - prompt.sentAt < ARRIVAL_MS || this.#shown.isHeldUp(ref)
    this.#model.changeTranscript(ref.serverId, ref.sessionId, (draft) => {
      const isThere = [...draft.messages, ...draft.pending].some(({ id }) => id === prompt.id)
      if (!isThere) draft.pending.push({ ...prompt, ...(!isYoung && { problem: NOT_ARRIVED }) })
    })
    if (isYoung) this.#arrivals.watch(ref, prompt.id)
  }

  async #send(ref: SessionRef, pending: PendingPrompt): Promise<Problem | undefined> {
    const { underway } = this.#arrivals
    underway.add(pending.id)
    const { after, leave: end } = await this.#order.turn(ref)
    const held = await this.#model.holds.whenFree(ref.serverId, placeOf(this.#model, ref).directory)
    underway.delete(pending.id)
    const leave = this.#leaveInTime(ref, end)
    const sending =
      after === 'at-once' && !held ? 'send' : await this.#afterWait(ref, pending, after === 'stopped')
    if (sending === 'send') {
      const isNewest = this.#shown.isNewest(ref, pending.id)
      return this.#post(ref, isNewest ? pending : this.#renewed(ref, pending), leave)
    }
    leave()
    if (sending) this.#shown.setProblem(ref, pending.id, sending)
    return sending
  }

  /** Whatever becomes of it, it does not stand in the way for ever, but as long as it is held up: it still comes, and under an older id. */
  #leaveInTime(ref: SessionRef, leave: () => void): () => void {
    const wait = () => setTimeout(end, ARRIVAL_MS)
    const end = () => (this.#shown.isHeldUp(ref) ? void (timer = wait()) : leave())
    let timer = wait()
    return () => {
      clearTimeout(timer)
      leave()
    }
  }

  /** Meanwhile it may have been given up, here or in another page (undefined), or there is a reason not to send it any more. */
  async #afterWait(
    ref: SessionRef,
    { id, how }: PendingPrompt,
    stopped: boolean,
  ): Promise<'send' | Problem | undefined> {
    if (this.#shown.transcript(ref) && !this.#shown.find(ref, id)) return undefined
    // What the host can't say is no reason to keep it back.
    if (await this.#kept.isDoneElsewhere(ref, id).catch(() => false)) {
      this.#shown.remove(ref, id)
      return undefined
    }
    const isWorking = how === 'shell' && this.#model.state.servers[ref.serverId]?.activity[ref.sessionId]
    return stopped ? STOPPED : isWorking ? WORKING : 'send'
  }

  /** Under a new id: an older one than the newest message's would stand in the middle, and the engine would not come to it (message-id.ts). */
  #renewed(ref: SessionRef, pending: PendingPrompt): PendingPrompt {
    const again = { ...pending, id: this.#shown.newId(ref), sentAt: hostNow() }
    this.#shown.replace(ref, pending.id, again)
    this.#kept.change(ref, { settled: pending.id, sent: keptPrompt(again) })
    return again
  }

  async #post(ref: SessionRef, pending: PendingPrompt, leave: () => void): Promise<Problem | undefined> {
    const { id, how } = pending
    this.#arrivals.underway.add(id)
    try {
      const place = placeOf(this.#model, ref)
      if (place.directory) await requireFolder({ serverId: ref.serverId, directory: place.directory })
      // Commands answer when they are done: they are watched from the beginning.
      if (how) this.#arrivals.watch(ref, id)
      const posted = sendPrompt(ref.serverId, place, pending)
      const seen = this.#shown.find(ref, id) ? this.#shown.untilSettled(ref, id) : posted
      void seen.then(leave, leave)
      await posted
      this.#arrivals.watch(ref, id)
      return undefined
    } catch (error) {
      this.#arrivals.forget(id)
      const problem = toProblem(error)
      this.#shown.setProblem(ref, id, problem)
      leave()
      return problem
    } finally {
      this.#arrivals.underway.delete(id)
    }
  }
}
