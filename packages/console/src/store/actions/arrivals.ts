import { unwrap } from 'solid-js/store'
import type { Problem } from '../../../shared/api.ts'
import { findMessage } from '../../sdk/find-message.ts'
import type { Model } from '../model.ts'
import { layPage } from '../reduce-transcript.ts'
import type { SessionRef } from '../types.ts'
import type { KeptPrompts } from './kept-prompts.ts'
import type { PendingList } from './pending-list.ts'
import { placeOf } from './place-of.ts'

/** A prompt that was taken is told of at once; an engine that has just been set up anew needs some seconds (docs/engine.md). Milliseconds. */
export const ARRIVAL_MS = 8000

/** What a session that was stopped has not told of by then is asked for: what is written next waits for it. Milliseconds. */
export const STOPPED_MS = 1000

export const NOT_ARRIVED: Problem = {
  code: 'not-arrived',
  message: 'Kilo has not received this',
  hint: 'It may have been lost when Kilo was stopped, or while settings were changed.',
}

/** Whether prompts have arrived: the engine takes one with 204, and may lose it nevertheless. There is a message under our id, or it is missed. */
export class Arrivals {
  readonly #model: Model
  readonly #shown: PendingList
  readonly #kept: KeptPrompts
  readonly #watched = new Map<string, ReturnType<typeof setTimeout>>()
  /** Requests that still run: a command answers when it is done, and is not lost as long as it runs. */
  readonly underway = new Set<string>()

  constructor(model: Model, shown: PendingList, kept: KeptPrompts) {
    this.#model = model
    this.#shown = shown
    this.#kept = kept
  }

  /** Another watch takes the place of the one before: that may be of an earlier attempt. */
  watch(ref: SessionRef, id: string, ms = ARRIVAL_MS): void {
    const shownIn = unwrap(this.#shown.transcript(ref))
    const check = () => {
      this.#watched.delete(id)
      if (this.#shown.find(ref, id)) return this.#check(ref, id)
      if (shownIn && unwrap(this.#shown.transcript(ref)) === shownIn)
        return this.#kept.change(ref, { settled: id })
      // The transcript that showed it is gone, and tells nothing: what is not found now is found at the next opening.
      return this.look(ref, id).catch(() => false)
    }
    this.forget(id)
    this.#watched.set(
      id,
      setTimeout(() => void check(), ms),
    )
  }

  /** The session was stopped: a prompt that has no message by now hardly gets one. */
  hurry(ref: SessionRef): void {
    for (const { id } of this.#shown.transcript(ref)?.pending ?? [])
      if (this.#watched.has(id)) this.watch(ref, id, STOPPED_MS)
  }

  forget(id: string): void {
    clearTimeout(this.#watched.get(id))
    this.#watched.delete(id)
  }

  /** Whether the engine has it; if so it is shown from now on. */
  async look(ref: SessionRef, id: string): Promise<boolean> {
    const found = await findMessage(ref.serverId, { ...placeOf(this.#model, ref), messageID: id })
    if (!found) return false
    const live = this.#model.live(ref.serverId)
    this.#model.changeTranscript(ref.serverId, ref.sessionId, (draft) => {
      layPage(draft, [found], { since: [], live, fresh: false })
    })
    this.#shown.remove(ref, id)
    this.#kept.change(ref, { settled: id })
    return true
  }

  /** False: the engine has it, or another page has dealt with it, and it is gone from this one. Throws where nobody can say. */
  async isMissing(ref: SessionRef, id: string): Promise<boolean> {
    if (await this.look(ref, id)) return false
    const isDone = await this.#kept.isDoneElsewhere(ref, id)
    if (isDone) this.#shown.remove(ref, id)
    return !isDone
  }

  async #check(ref: SessionRef, id: string): Promise<void> {
    const isWaitedFor = () => this.#shown.find(ref, id)?.problem === undefined
    if (!isWaitedFor()) return
    if (this.#shown.isHeldUp(ref)) return this.watch(ref, id)
    const isThere = await this.look(ref, id).catch(() => undefined)
    if (isThere || !this.#shown.find(ref, id) || !isWaitedFor()) return
    if (isThere === undefined || this.underway.has(id)) return this.watch(ref, id)
    this.#shown.setProblem(ref, id, NOT_ARRIVED)
  }
}
