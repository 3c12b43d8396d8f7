/** For tests: what lies between the page and a small engine, every frame and every answer in the test's hand. */
import type { EngineEvent } from '@kilo-console/engine/edge/event'
import { sampleEvent } from '@kilo-console/engine/testing/sample-event'
import type { EngineFrame, ResyncFrame } from '../../shared/events.ts'
import { applyToLiveParts, type LiveParts } from '../../shared/live-parts.ts'
import { sampleServer } from '../../shared/sample-server.ts'
import type { SocketHandlers } from '../../src/events/socket.ts'
import { ProblemError } from '../../src/sdk/problem.ts'
import { SimulatedEngine } from './simulated-engine.ts'

type Handlers = Pick<SocketHandlers, 'hello' | 'event' | 'resync'>

/** A request of the page that is under way: `look` reads what the engine holds, `answer` brings it home. */
interface Asked {
  look: () => unknown
  seen?: { value: unknown }
  resolve: (value: unknown) => void
  reject: (error: unknown) => void
}

const EPOCH = 'e'

export class SimulatedHost {
  readonly engine = new SimulatedEngine((event) => this.#hear(event))
  readonly #asked: Asked[] = []
  readonly #wire: (() => void)[] = []
  readonly #frames: (() => void)[] = []
  readonly #live: LiveParts = new Map()
  #page: Handlers | undefined
  #seq = 0
  #isCut = false

  connect(page: Handlers): void {
    this.#page = page
    page.hello({ hello: true, epoch: EPOCH, seq: 0, resync: true, now: 0, servers: [sampleServer()] })
  }

  // What the page asks.

  onFrame(run: () => void): void {
    this.#frames.push(run)
  }

  readSnapshot(): Promise<unknown> {
    const seq = this.#seq
    return this.#ask(() => ({ epoch: EPOCH, seq, ...this.engine.roster() }))
  }

  readMessages = (before?: string): Promise<unknown> => this.#ask(() => this.engine.page(before))

  readOpening(): Promise<unknown> {
    const position = { epoch: EPOCH, seq: this.#seq }
    const { engine } = this
    return this.#ask(() => ({
      ...position,
      ...engine.page(),
      session: engine.session(),
      todos: engine.todoList(),
      diffs: [],
    }))
  }

  // What becomes of it on the way.

  deliver(): void {
    this.#wire.shift()?.()
  }

  paint(): void {
    for (const run of this.#frames.splice(0)) run()
  }

  cut(): void {
    this.#isCut = true
  }

  reconnect(): void {
    if (!this.#isCut) return
    this.#isCut = false
    this.#live.clear()
    this.#resync('reconnected')
  }

  overflow(): void {
    if (!this.#isCut) this.#resync('overflow')
  }

  look(): void {
    const asked = this.#asked.find(({ seen }) => !seen)
    if (asked) asked.seen = { value: structuredClone(asked.look()) }
  }

  answer(at = this.#asked.findIndex(({ seen }) => seen)): void {
    const [asked] = at < 0 ? [] : this.#asked.splice(at, 1)
    asked?.resolve(asked.seen?.value)
  }

  'answer-last'(): void {
    this.answer(this.#asked.findLastIndex(({ seen }) => seen))
  }

  fail(): void {
    this.#asked.shift()?.reject(new ProblemError({ code: 'x', message: 'cut' }))
  }

  isUnsettled(): boolean {
    return this.#asked.length + this.#wire.length + this.#frames.length > 0
  }

  settle(): void {
    while (this.#wire.length > 0) this.deliver()
    this.paint()
    this.look()
    this.answer()
  }

  #ask(look: () => unknown): Promise<unknown> {
    return new Promise((resolve, reject) => this.#asked.push({ look, resolve, reject }))
  }

  #hear(event: EngineEvent): void {
    if (this.#isCut) return
    applyToLiveParts(this.#live, structuredClone(event))
    this.#seq += 1
    this.#send(event)
  }

  #send(event: EngineEvent): void {
    const frame: EngineFrame = { server: 'daemon', epoch: EPOCH, seq: this.#seq, directory: '/p', event }
    const text = JSON.stringify(frame)
    this.#wire.push(() => this.#page?.event(JSON.parse(text) as EngineFrame, text.length))
  }

  #resync(reason: ResyncFrame['reason']): void {
    const frame: ResyncFrame = { server: 'daemon', epoch: EPOCH, seq: (this.#seq += 1), resync: true, reason }
    this.#wire.push(() => this.#page?.resync(frame))
    for (const { torn, ...part } of this.#live.values()) {
      const { id: partID, messageID, sessionID, text: delta } = part
      const whole = sampleEvent('message.part.updated', { sessionID, part })
      const about = { sessionID, messageID, partID, field: 'text', delta }
      const rest = sampleEvent('message.part.delta', about)
      this.#send(torn ? rest : whole)
    }
  }
}
