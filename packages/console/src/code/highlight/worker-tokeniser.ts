import type { Language } from '../language-names.ts'
import type { Hearing, Reading, Tokeniser } from '../tokeniser.ts'
import { unpackLines } from './marks.ts'
import type { Order, Told } from './messages.ts'

/** What is used of a worker. */
export interface CodeWorker {
  postMessage(order: Order): void
  terminate(): void
}

/** `hear` is called with what it tells, `die` when it fails. */
export type MakeWorker = (hear: (told: Told) => void, die: () => void) => CodeWorker

/** A worker that dies is made anew for what is opened later, so many times. */
const MOST_DEATHS = 3
/** A regular expression may run for ever. Milliseconds without a word of a worker that was asked something. */
const PATIENCE_MS = 30_000

interface Open {
  turn: number
  text: string
  hearing: Hearing
  /** Something of it is not told yet. */
  waits: boolean
}

/** Code is read by one worker for the whole page, begun with the first text that asks. One that dies, hangs or is not there leaves texts plain. */
export class WorkerTokeniser implements Tokeniser {
  readonly #make: MakeWorker
  readonly #open = new Map<number, Open>()
  #worker: CodeWorker | undefined
  #deaths = 0
  #ids = 0
  #watch: ReturnType<typeof setTimeout> | undefined

  constructor(make: MakeWorker) {
    this.#make = make
  }

  open(language: Language, hearing: Hearing): Reading {
    const id = (this.#ids += 1)
    return {
      show: (text) => this.#show(id, language, hearing, text),
      end: () => {
        if (this.#open.delete(id)) this.#send({ id, end: true })
        this.#look()
      },
    }
  }

  #show(id: number, language: Language, hearing: Hearing, text: string): void {
    const known = this.#open.get(id)
    if (known?.text === text || !this.#begin()) return
    if (known && text.startsWith(known.text)) {
      this.#send({ id, more: text.slice(known.text.length) })
      Object.assign(known, { text, waits: true })
    } else {
      const turn = (known?.turn ?? 0) + 1
      this.#open.set(id, { turn, text, hearing, waits: true })
      this.#send({ id, turn, language, text })
    }
    this.#look()
  }

  /** Whether there is a worker to ask. */
  #begin(): boolean {
    if (this.#worker) return true
    if (this.#deaths >= MOST_DEATHS) return false
    try {
      const worker = this.#make(
        (told) => this.#hear(told),
        () => this.#die(worker),
      )
      this.#worker = worker
      return true
    } catch {
      // There are no workers here.
      this.#deaths = MOST_DEATHS
      return false
    }
  }

  #hear({ id, turn, from, lines, done }: Told): void {
    const reading = this.#open.get(id)
    this.#look(true)
    if (reading?.turn !== turn) return
    reading.waits = !done
    reading.hearing(from, unpackLines(lines))
    this.#look()
  }

  #send(order: Order): void {
    this.#worker?.postMessage(order)
  }

  #die(worker: CodeWorker): void {
    worker.terminate()
    if (this.#worker !== worker) return
    this.#worker = undefined
    this.#deaths += 1
    this.#open.clear()
    this.#look()
  }

  /** Watches a worker that owes an answer. `alive`: it was just heard. */
  #look(alive = false): void {
    const owes = [...this.#open.values()].some(({ waits }) => waits)
    if (alive || !owes) {
      clearTimeout(this.#watch)
      this.#watch = undefined
    }
    const worker = this.#worker
    if (owes && worker) this.#watch ??= setTimeout(() => this.#die(worker), PATIENCE_MS)
  }
}

/** The page's own. Vite makes a file of the worker where it is written like this. */
export const workerTokeniser: Tokeniser = new WorkerTokeniser((hear, die) => {
  const worker = new Worker(new URL('worker.ts', import.meta.url), { type: 'module' })
  worker.addEventListener('message', ({ data }: MessageEvent<Told>) => hear(data))
  worker.addEventListener('error', (event) => {
    event.preventDefault()
    die()
  })
  return worker
})
