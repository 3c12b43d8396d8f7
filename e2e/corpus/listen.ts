import { get } from 'node:http'
import { createInterface } from 'node:readline'
import { setTimeout as sleep } from 'node:timers/promises'
import type { EngineAddress } from '../world/engine.ts'
import type { Json } from './scrub.ts'

export interface Ear {
  /** Every frame of the engine's event stream so far. */
  frames: Json[]
  /** Resolves with the first frame whose event is of this type and holds this text, among those heard already or to come. */
  until(type: string, text?: string): Promise<Json>
  close(): void
}

interface Frame {
  payload: { type: string }
}

const PATIENCE_MS = 30_000

export async function listen({ url, username, password }: EngineAddress): Promise<Ear> {
  const frames: Json[] = []
  const request = get(`${url}/global/event`, { auth: `${username}:${password}` }, (answer) => {
    const lines = createInterface({ input: answer })
    lines.on('line', (line) => {
      if (line.startsWith('data: ')) frames.push(JSON.parse(line.slice(6)) as Json)
    })
    // It ends by `close`, in the middle of an answer.
    lines.on('error', () => undefined)
  })
  request.on('error', () => undefined)

  async function until(type: string, text = ''): Promise<Json> {
    const deadline = performance.now() + PATIENCE_MS
    for (;;) {
      const found = frames.find(
        (frame) => (frame as unknown as Frame).payload.type === type && JSON.stringify(frame).includes(text),
      )
      if (found !== undefined) return found
      if (performance.now() > deadline) throw new Error(`waited 30 s for ${type} with ${text}`)
      await sleep(20)
    }
  }
  await until('server.connected')
  return { frames, until, close: () => request.destroy() }
}
