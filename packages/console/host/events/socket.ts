/** One tab's event socket. Tabs only listen; what they say is ignored. */
import type { WebSocket } from 'ws'
import type { ServerInfo } from '../../shared/api.ts'
import { CLOSE_TOO_SLOW, HEARTBEAT_MS, type HeartbeatFrame } from '../../shared/events.ts'
import type { Hub } from './hub.ts'

/** Bytes that may wait for a tab that does not read; above that it is cut and resyncs (faults.md 45). Twice the hub's replay. */
const MAX_WAITING = 8 * 1024 * 1024
/** A tab that reads nothing never sees the close frame either. */
const CLOSE_GRACE_MS = 2000

export interface TabOptions {
  since: string | null
  servers: ServerInfo[]
  maxWaiting?: number
}

/** Speaks until the socket closes. Returns nothing: the socket's `close` cleans up. */
export function serveTab(socket: WebSocket, hub: Hub, options: TabOptions): void {
  const { since, servers, maxWaiting = MAX_WAITING } = options
  let answered = true

  function send(text: string): void {
    if (socket.readyState !== socket.OPEN) return
    if (socket.bufferedAmount > maxWaiting) return cut()
    socket.send(text)
  }

  function cut(): void {
    socket.close(CLOSE_TOO_SLOW, 'reads too slowly')
    setTimeout(() => socket.terminate(), CLOSE_GRACE_MS).unref()
  }

  const { backlog, leave } = hub.join(since, servers, send)
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
