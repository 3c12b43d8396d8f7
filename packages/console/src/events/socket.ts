import {
  CLOSE_LOGGED_OUT,
  HEARTBEAT_MS,
  placeOf,
  type KeptFrame,
  type EngineFrame,
  type HelloFrame,
  type Position,
  type ResyncFrame,
  type RosterFrame,
  type ServersFrame,
  type SocketFrame,
} from '../../shared/events.ts'
import { makePace, type Pace } from '../../shared/pace.ts'
import { pathTo } from '../../shared/paths.ts'
import { hearHostTime } from '../clock/host-time.ts'

/**
 * `connecting`: the first try. `connected`: frames arrive. `reconnecting`: lost a moment ago, trying. `offline`: several tries failed.
 * `logged-out`: the login is not accepted; trying again will not help.
 */
export type LinkState = 'connecting' | 'connected' | 'reconnecting' | 'offline' | 'logged-out'

export interface SocketHandlers {
  link(state: LinkState): void
  hello(frame: HelloFrame): void
  servers(frame: ServersFrame): void
  kept(frame: KeptFrame): void
  roster(frame: RosterFrame): void
  resync(frame: ResyncFrame): void
  /** `size`: what the frame took, in UTF-16 units. */
  event(frame: EngineFrame, size: number): void
}

export interface EventSocketOptions {
  /** A WebSocket to a path below the base. */
  open(path: string): WebSocket
  /** Whether the login is still accepted: a refused WebSocket upgrade tells a page nothing. */
  isLoggedIn(): Promise<boolean>
  handlers: SocketHandlers
}

/** Two missed heartbeats and a little: the connection is dead although nobody closed it (faults.md 47). */
const SILENCE_MS = 2.5 * HEARTBEAT_MS

/** One tab's event connection, kept alive until it is disposed. It starts at once. */
export class EventSocket {
  #socket: WebSocket | undefined
  #position: Position | undefined
  #silence: ReturnType<typeof setTimeout> | undefined
  #disposed = false
  readonly #pace: Pace
  readonly #options: EventSocketOptions

  constructor(options: EventSocketOptions) {
    this.#options = options
    this.#pace = makePace(() => this.#connect())
    options.handlers.link('connecting')
    this.#connect()
    addEventListener('online', this.retryNow)
    document.addEventListener('visibilitychange', this.#whenVisible)
  }

  /** Tries now instead of after the pause: the network came back, or the user asked. */
  readonly retryNow = (): void => {
    if (this.#disposed || this.#socket?.readyState === WebSocket.OPEN) return
    this.#pace.now()
  }

  /** The login is over, as somebody else has learned. */
  logOut(): void {
    if (this.#disposed) return
    this.#pace.dispose()
    this.#drop()
    this.#options.handlers.link('logged-out')
  }

  dispose(): void {
    this.#disposed = true
    removeEventListener('online', this.retryNow)
    document.removeEventListener('visibilitychange', this.#whenVisible)
    this.#pace.dispose()
    this.#drop()
  }

  readonly #whenVisible = (): void => {
    if (!document.hidden) this.retryNow()
  }

  #connect(): void {
    this.#drop()
    const since = this.#position && placeOf(this.#position)
    const socket = this.#options.open(pathTo('events', { since }))
    this.#socket = socket
    socket.addEventListener('message', (message) => this.#receive(String(message.data)))
    socket.addEventListener('close', (close) => void this.#lost(socket, close.code))
    this.#listenForSilence()
  }

  #drop(): void {
    clearTimeout(this.#silence)
    const socket = this.#socket
    this.#socket = undefined
    socket?.close()
  }

  #listenForSilence(): void {
    clearTimeout(this.#silence)
    this.#silence = setTimeout(() => {
      const socket = this.#socket
      if (socket) void this.#lost(socket, 1006)
    }, SILENCE_MS)
  }

  #receive(text: string): void {
    this.#listenForSilence()
    const frame = JSON.parse(text) as SocketFrame
    if ('now' in frame) hearHostTime(frame.now)
    if ('heartbeat' in frame) return
    const { handlers } = this.#options
    this.#position = { epoch: frame.epoch, seq: frame.seq }
    if ('hello' in frame) {
      // Replayed frames follow the greeting: a loss in the middle of the replay must ask for the rest again.
      if (!frame.resync && frame.replayFrom !== undefined) this.#position.seq = frame.replayFrom
      this.#pace.reset()
      handlers.hello(frame)
      handlers.link('connected')
    } else if ('servers' in frame) handlers.servers(frame)
    else if ('kept' in frame) handlers.kept(frame)
    else if ('resync' in frame) handlers.resync(frame)
    else if ('roster' in frame) handlers.roster(frame)
    else handlers.event(frame, text.length)
  }

  async #lost(socket: WebSocket, code: number): Promise<void> {
    if (this.#disposed || socket !== this.#socket) return
    this.#drop()
    this.#options.handlers.link(this.#pace.failures() < 3 ? 'reconnecting' : 'offline')
    if (code === CLOSE_LOGGED_OUT || !(await this.#options.isLoggedIn())) {
      this.#options.handlers.link('logged-out')
      return
    }
    if (!this.#disposed) this.#pace.later()
  }
}
