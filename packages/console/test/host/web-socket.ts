import { once } from 'node:events'
import { WebSocket } from 'ws'
import { KEY_HEADER, keyProtocol } from '../../shared/login.ts'

export type JsonFrame = Record<string, unknown>

/** A WebSocket that keeps what it hears. */
export interface Heard {
  socket: WebSocket
  frames: JsonFrame[]
  /** The first frame that matches, among those heard already or to come. */
  until: (matches: (frame: JsonFrame) => boolean) => Promise<JsonFrame>
}

/** As a page opens it, with the headers of a request: the key of a login goes as the subprotocol. */
export function connectSocket(url: string, headers: Record<string, string>): WebSocket {
  const { [KEY_HEADER]: key, ...others } = headers
  const protocols = key === undefined ? [] : [keyProtocol(key)]
  return new WebSocket(url.replace(/^http/, 'ws'), protocols, { headers: others })
}

/** Rejects with `Unexpected server response: <status>` when the upgrade is refused. */
export async function openSocket(url: string, headers: Record<string, string>): Promise<Heard> {
  const socket = connectSocket(url, headers)
  const frames: JsonFrame[] = []
  let wake: () => void = () => undefined
  socket.on('message', (data: Buffer) => {
    frames.push(JSON.parse(data.toString()) as JsonFrame)
    wake()
  })
  await once(socket, 'open')
  return {
    socket,
    frames,
    async until(matches) {
      for (;;) {
        const found = frames.find(matches)
        if (found) return found
        await new Promise<void>((resolve) => (wake = resolve))
      }
    },
  }
}
