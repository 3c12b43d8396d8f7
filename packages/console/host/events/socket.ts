/** One tab's event socket. Tabs only listen; what they say is ignored. */
import type { WebSocket } from 'ws'
import { hostLimits } from '@kilo-console/engine/edge/limits'
import { CLOSE_TOO_SLOW, HEARTBEAT_MS, type HeartbeatFrame } from '../../shared/events.ts'
import type { Greeting, Hub } from './hub.ts'

/** A tab that reads nothing never sees the close frame either. */
const CLOSE_GRACE_MS = 2000

export interface TabOptions {
  since: string | null
  greeting: Greeting
  maxWaiting?: number
}

/** Speaks until the socket closes. Returns nothing: the socket's `close` cleans up. */
export function serveTab(socket: WebSocket, hub: Hub, options: TabOptions): void {
  const { since, greeting, maxWaiting = hostLimits.waitingForTab } = options
  let answered = true
  /** The backlog is bounded by itself, and must not count: a tab that comes back would be cut for what it missed. */
  let room = maxWaiting

  function send(text: string): void {
    if (socket.readyState !== socket.OPEN) return
    if (socket.bufferedAmount > room) return cut()
    socket.send(text)
  }

  function cut(): void {
    socket.close(CLOSE_TOO_SLOW, 'reads too slowly')
    setTimeout(() => socket.terminate(), CLOSE_GRACE_MS).unref()
  }

  const { backlog, leave } = hub.join(since, greeting, send)
  room += backlog.reduce((sum, text) => sum + Buffer.byteLength(text), 0)
  backlog.forEach(send)

  const beat = setInterval(() => {
    if (!answered) return socket.terminate()
    answered = false
    socket.ping()
    const heartbeat: HeartbeatFrame = { heartbeat: true, seq: hub.position().seq, now: Date.now() }
    send(JSON.stringify(heartbeat))
  }, HEARTBEAT_MS)
  socket.on('pong', () => (answered = true))
  socket.on('message', () => undefined)
  socket.on('error', () => undefined)
  socket.once('close', () => {
    clearInterval(beat)
    leave()
  })
}
