/** For tests: what lies between the page and a small engine, every frame and every answer in the test's hand. */
import type { EngineEvent } from '@kilo-console/engine/edge/event'
import { sessionIdOf } from '@kilo-console/engine/edge/session-id'
import type { EngineFrame, Position, ResyncFrame, RosterFrame } from '../../shared/events.ts'
import { applyToLiveParts, type LiveParts } from '../../shared/live-parts.ts'
import { changeRoster, type RosterChange } from '../../shared/roster/change.ts'
import { reduceRoster, type RosterEvent } from '../../shared/roster/reduce.ts'
import { emptyRoster } from '../../shared/roster/roster.ts'
import { sampleConsole, sampleServer } from '../../shared/sample-server.ts'
import type { SocketHandlers } from '../../src/events/socket.ts'
import { liveEvents } from './live-events.ts'
import { Questions } from './questions.ts'
import { SimulatedEngine } from './simulated-engine.ts'
import { changesOf, type SimulatedRoster } from './simulated-roster.ts'

type Handlers = Pick<SocketHandlers, 'hello' | 'event' | 'resync' | 'roster'>

const EPOCH = 'e'

export class SimulatedHost {
  readonly engine = new SimulatedEngine((event) => this.#hear(event))
  readonly #questions = new Questions()
  readonly #wire: (() => void)[] = []
  readonly #frames: (() => void)[] = []
  readonly #live: LiveParts = new Map()
  readonly #roster = emptyRoster()
  /** Since the roster was asked for last. */
  #heard: RosterEvent[] = []
  #page: Handlers | undefined
  #seq = 0
  /** When anything may have happened to the session last. */
  #newsAt = 0
  #isCut = false
  #early: Promise<unknown> | undefined

  /** Of a page that asks for its session before it listens: the answer goes to whoever opens it, whenever that is. */
  askEarly(): void {
    this.#early = this.readOpening()
    // Whoever takes it hears of a failure; nobody may.
    this.#early.catch(() => undefined)
  }

  connect(page: Handlers): void {
    this.#page = page
    this.greet()
    this.#fill()
  }

  /** The page comes, or was away for so long that it is given everything anew: what happened before it is not told. */
  greet(): void {
    this.#wire.splice(0)
    this.#greet()
  }

  #greet(): void {
    const about = {
      hello: true as const,
      epoch: EPOCH,
      seq: this.#seq,
      resync: true,
      now: 0,
      console: sampleConsole,
    }
    this.#wire.push(() => this.#page?.hello({ ...about, servers: [sampleServer()] }))
    this.#tell({ kind: 'whole', roster: structuredClone(this.#roster) })
    this.#sendLive()
  }

  // What the page asks.

  onFrame(run: () => void): void {
    this.#frames.push(run)
  }

  readMessages = (before?: string): Promise<unknown> => this.#questions.ask(() => this.engine.page(before))

  readOpening(since?: Position): Promise<unknown> {
    const early = this.#early
    this.#early = undefined
    if (early) return early
    if (since && since.seq >= this.#newsAt) return Promise.resolve(undefined)
    const position = { epoch: EPOCH, seq: this.#seq }
    const { engine } = this
    return this.#questions.ask(() => ({
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

  look = (): void => this.#questions.look()
  answer = (): void => this.#questions.answer()
  'answer-last' = (): void => this.#questions.answerLast()
  fail = (): void => this.#questions.fail()

  isUnsettled(): boolean {
    return this.#questions.count + this.#wire.length + this.#frames.length > 0
  }

  settle(): void {
    while (this.#wire.length > 0) this.deliver()
    this.paint()
    this.look()
    this.answer()
  }

  /** Reads the roster, as often as it takes. */
  #fill(): void {
    const since = (this.#heard = [])
    this.#questions
      .ask(() => this.engine.roster())
      .then(
        (read) => this.#hasRead(read as SimulatedRoster, since),
        () => this.onFrame(() => this.#fill()),
      )
  }

  #hasRead(read: SimulatedRoster, since: RosterEvent[]): void {
    if (since !== this.#heard) return
    for (const change of changesOf(structuredClone(read))) {
      changeRoster(this.#roster, structuredClone(change), structuredClone(since))
      this.#seq += 1
      this.#tell(change, since)
    }
  }

  #tell(roster: RosterChange, since: RosterEvent[] = []): void {
    const frame: RosterFrame = { server: 'daemon', epoch: EPOCH, seq: this.#seq, roster, since }
    const text = JSON.stringify(frame)
    this.#wire.push(() => this.#page?.roster(JSON.parse(text) as RosterFrame))
  }

  #hear(event: EngineEvent): void {
    if (this.#isCut) return
    applyToLiveParts(this.#live, structuredClone(event))
    const heard = structuredClone({ event, directory: '/p', at: 0 })
    reduceRoster(this.#roster, heard)
    this.#heard.push(heard)
    this.#seq += 1
    if (sessionIdOf(event) === 'ses_1') this.#newsAt = this.#seq
    this.#send(event)
  }

  #send(event: EngineEvent): void {
    const frame: EngineFrame = {
      server: 'daemon',
      epoch: EPOCH,
      seq: this.#seq,
      directory: '/p',
      at: 0,
      event,
    }
    const text = JSON.stringify(frame)
    this.#wire.push(() => this.#page?.event(JSON.parse(text) as EngineFrame, text.length))
  }

  #resync(reason: ResyncFrame['reason']): void {
    this.#newsAt = this.#seq += 1
    const frame: ResyncFrame = { server: 'daemon', epoch: EPOCH, seq: this.#seq, resync: true, reason }
    this.#wire.push(() => this.#page?.resync(frame))
    this.#sendLive()
    this.#fill()
  }

  #sendLive(): void {
    for (const event of liveEvents(this.#live)) this.#send(event)
  }
}
