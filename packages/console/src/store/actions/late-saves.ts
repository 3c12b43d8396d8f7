import { createEffect, createRoot, untrack } from 'solid-js'
import { createStore } from 'solid-js/store'
import type { Problem } from '../../../shared/api.ts'
import { toProblem } from '../../sdk/problem.ts'
import type { Model } from '../model.ts'
import { isIdleIn } from '../running-in.ts'
import { heldBy, type ConfigurationPlace } from './configuration.ts'

export interface WantedSave {
  /** What ends when it is saved. */
  place: ConfigurationPlace
  /** Which thing it is: a later save of the same one takes the place of this. */
  name: string
  /** In words: "share = auto". */
  title: string
  /** Rejects where it was not saved. */
  save: (this: void) => Promise<void>
}

export interface LateSave extends WantedSave {
  id: number
  status: 'waiting' | 'saving' | 'failed'
  /** Why it was not saved. */
  problem?: Problem | undefined
}

/** What is saved as soon as nobody works where that would end it. They are this page's: closing it gives them up. */
export class LateSaves {
  readonly #model: Model
  readonly #store = createStore<LateSave[]>([])
  readonly #ends = new Map<number, () => void>()
  #made = 0
  /** Ends when the save before has ended, well or not. */
  #last: Promise<unknown> = Promise.resolve()

  constructor(model: Model) {
    this.#model = model
  }

  /** Reactive. */
  get list(): readonly LateSave[] {
    return this.#store[0]
  }

  /** Takes the place of an earlier one of the same setting. */
  add(wanted: WantedSave): void {
    const name = nameOf(wanted)
    for (const { id } of this.list.filter((save) => nameOf(save) === name)) this.cancel(id)
    const id = (this.#made += 1)
    this.#store[1]((list) => [...list, { ...wanted, id, status: 'waiting' }])
    this.#watch(id)
  }

  cancel(id: number): void {
    this.#unwatch(id)
    this.#store[1]((list) => list.filter((save) => save.id !== id))
  }

  retry(id: number): void {
    this.#change(id, { status: 'waiting', problem: undefined })
    this.#watch(id)
  }

  dispose(): void {
    for (const id of this.#ends.keys()) this.#unwatch(id)
  }

  #watch(id: number): void {
    this.#unwatch(id)
    createRoot((dispose) => {
      this.#ends.set(id, dispose)
      createEffect(() => {
        const save = untrack(() => this.#find(id))
        if (save && this.#isIdle(save.place)) untrack(() => void this.#attempt(save))
      })
    })
  }

  #unwatch(id: number): void {
    this.#ends.get(id)?.()
    this.#ends.delete(id)
  }

  #isIdle(place: ConfigurationPlace): boolean {
    const { link, servers } = this.#model.state
    const server = servers[place.serverId]
    const isUp = link === 'connected' && server?.info.health === 'healthy'
    return isUp && isIdleIn(server, heldBy(place))
  }

  async #attempt({ id, save }: LateSave): Promise<void> {
    this.#unwatch(id)
    // All fire at once: the second of a file must see what the first has made of it.
    const saving = this.#last.then(() => {
      if (!this.#find(id)) return undefined
      this.#change(id, { status: 'saving', problem: undefined })
      return save()
    })
    this.#last = saving.catch(() => undefined)
    try {
      await saving
      this.cancel(id)
    } catch (error) {
      const problem = toProblem(error)
      const isBusyAgain = problem.code === 'busy' && this.#find(id)
      this.#change(
        id,
        isBusyAgain ? { status: 'waiting', problem: undefined } : { status: 'failed', problem },
      )
      if (isBusyAgain) this.#watch(id)
    }
  }

  #find(id: number): LateSave | undefined {
    return this.list.find((save) => save.id === id)
  }

  #change(id: number, change: Pick<LateSave, 'status' | 'problem'>): void {
    this.#store[1]((list) => list.map((save) => (save.id === id ? { ...save, ...change } : save)))
  }
}

const nameOf = ({ place, name }: WantedSave) =>
  JSON.stringify([place.serverId, place.scope, place.directory, name])
