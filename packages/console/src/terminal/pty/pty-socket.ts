import { makePace, type Pace } from '../../../shared/pace.ts'
import { pathTo } from '../../../shared/paths.ts'
import { readAnswer } from '../../sdk/answer.ts'
import { engine } from '../../sdk/engine.ts'
import { ProblemError } from '../../sdk/problem.ts'
import { openSocket } from '../../sdk/request.ts'
import { CONNECTING, fateOfInput, isFinal, nextConnection } from './connection.ts'
import type { Connection, ConnectionChange } from './connection.ts'
import { Outbox } from './outbox.ts'
import { readControl, settleReplay, type Replay } from './replay.ts'

/** Where a terminal lives. */
export interface PtyPlace {
  serverId: string
  ptyId: string
  directory: string
}

export interface PtySocketHandlers {
  connection(state: Connection): void
  /** What the engine kept since the last connection; `first` when nothing was drawn before. */
  replay(replay: Replay, first: boolean): void
  output(text: string): void
  /** The connection went in the middle of a paste: the rest was not sent. */
  unsent(): void
}

/** A ticket and a connection take this long at most, else the try has failed. Milliseconds. */
const PATIENCE_MS = 10_000
/** Most that is held of what is typed before the connection is open, in UTF-16 units. */
const HELD_LIMIT = 4096

/** Kilo and opencode have each a name of their own for what a foreign page could not send. */
const TICKET_HEADERS = { 'x-kilo-ticket': '1', 'x-opencode-ticket': '1' }

/** The engine closes with this code when the shell has ended (engine.md). */
const CLOSE_ENDED = 1000

/** One terminal's bytes, kept flowing until it is disposed: nothing is lost and nothing comes twice (faults.md 51). */
export class PtySocket {
  readonly #place: PtyPlace
  readonly #handlers: PtySocketHandlers
  readonly #pace: Pace
  #connection: Connection = CONNECTING
  #socket: WebSocket | undefined
  #try = new AbortController()
  /** Cursor of the next unit that we have not drawn. */
  #position = 0
  #first = true
  /** Text of the running replay, until its control frame; undefined once the output is live. */
  #replay: string | undefined
  #held = ''
  readonly #outbox = new Outbox({
    send: (frame) => this.#socket?.send(frame),
    waiting: () => this.#socket?.bufferedAmount ?? 0,
  })

  constructor(place: PtyPlace, handlers: PtySocketHandlers) {
    this.#place = place
    this.#handlers = handlers
    this.#pace = makePace(() => void this.#connect())
    document.addEventListener('freeze', this.#freeze)
    document.addEventListener('resume', this.#resume)
    void this.#connect()
  }

  /** Sends input, or holds it for the connection that is being made. False when it was refused: tell the user. */
  send(input: string): boolean {
    const fate = fateOfInput(this.#connection)
    if (fate === 'refuse') return false
    if (fate === 'send') this.#outbox.send(input)
    else if (this.#held.length + input.length > HELD_LIMIT) return false
    else this.#held += input
    return true
  }

  /** Tries now instead of after the pause: the host or the server is back. */
  retryNow(): void {
    if (this.#connection.name === 'reconnecting') this.#pace.now()
  }

  /** The event stream says that the shell ended. */
  exited(code: number): void {
    this.#change({ type: 'exit-code', code })
  }

  dispose(): void {
    document.removeEventListener('freeze', this.#freeze)
    document.removeEventListener('resume', this.#resume)
    this.#pace.dispose()
    this.#drop()
  }

  /** A tab that is frozen reads no more, and the engine would store for it without end (faults.md 49); it keeps 2 MiB for our return. */
  readonly #freeze = (): void => {
    if (isFinal(this.#connection)) return
    this.#drop()
    this.#change({ type: 'dropped' })
  }

  readonly #resume = (): void => this.retryNow()

  #change(change: ConnectionChange): void {
    this.#connection = nextConnection(this.#connection, change)
    if (fateOfInput(this.#connection) === 'refuse') this.#held = ''
    this.#handlers.connection(this.#connection)
  }

  #drop(): void {
    this.#try.abort()
    this.#socket?.close()
    this.#socket = undefined
    this.#replay = undefined
    if (this.#outbox.clear()) this.#handlers.unsent()
  }

  async #connect(): Promise<void> {
    this.#drop()
    const current = new AbortController()
    this.#try = current
    const patience = setTimeout(() => this.#lost(current), PATIENCE_MS)
    current.signal.addEventListener('abort', () => clearTimeout(patience))
    try {
      const ticket = await this.#ticket(current.signal)
      if (!current.signal.aborted) this.#open(ticket, current, patience)
    } catch (error) {
      if (current.signal.aborted) return
      // The host answers 404 too, for a server that it does not know at the moment; that one may come back.
      if (error instanceof ProblemError && error.code === 'PtyNotFoundError') this.#end({ type: 'gone' })
      else this.#lost(current)
    }
  }

  async #ticket(signal: AbortSignal): Promise<string> {
    const { serverId, ptyId, directory } = this.#place
    const call = engine(serverId).pty.connectToken(
      { ptyID: ptyId, directory },
      { headers: TICKET_HEADERS, signal },
    )
    return (await readAnswer(serverId, 'ticket', call)).ticket
  }

  #open(ticket: string, current: AbortController, patience: ReturnType<typeof setTimeout>): void {
    const { serverId, ptyId, directory } = this.#place
    const asked = this.#position
    const place = { server: serverId, pty: ptyId, directory, cursor: String(asked), ticket }
    const socket = openSocket(pathTo('terminal', place))
    socket.binaryType = 'arraybuffer'
    this.#socket = socket
    this.#replay = ''
    const { signal } = current
    socket.addEventListener('message', ({ data }: MessageEvent<string | ArrayBuffer>) => {
      if (signal.aborted) return
      if (typeof data === 'string') return this.#receive(data)
      const control = readControl(data)
      if (!control || this.#replay === undefined) return
      clearTimeout(patience)
      this.#settle(settleReplay(asked, this.#replay, control.cursor))
    })
    socket.addEventListener('close', ({ code }) => {
      if (code === CLOSE_ENDED && !signal.aborted) this.#end({ type: 'ended' })
      else this.#lost(current)
    })
  }

  #receive(text: string): void {
    if (this.#replay !== undefined) {
      this.#replay += text
      return
    }
    this.#position += text.length
    this.#handlers.output(text)
  }

  #settle(replay: Replay): void {
    const held = this.#held
    this.#replay = undefined
    this.#held = ''
    this.#position = replay.position
    this.#pace.reset()
    this.#handlers.replay(replay, this.#first)
    this.#first = false
    this.#change({ type: 'opened' })
    if (held !== '') this.#outbox.send(held)
  }

  #end(change: ConnectionChange): void {
    this.#drop()
    this.#change(change)
  }

  #lost(current: AbortController): void {
    if (current.signal.aborted) return
    this.#drop()
    this.#change({ type: 'dropped' })
    if (!isFinal(this.#connection)) this.#pace.later()
  }
}
