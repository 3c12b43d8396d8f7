/** WebDriver BiDi, as far as it is needed here: commands with their answers, and events, over one WebSocket. */
import { once } from 'node:events'
import { WebSocket } from 'ws'
import { DriverError } from './driver.ts'

export interface Bidi {
  /** @throws DriverError */
  ask<Result>(method: string, params?: object): Promise<Result>
  on(method: string, listener: (params: object) => void): void
  close(): void
}

interface Message {
  type: 'success' | 'error' | 'event'
  id?: number
  result?: unknown
  error?: string
  message?: string
  method?: string
  params?: object
}

interface Waiting {
  method: string
  resolve: (result: never) => void
  reject: (error: Error) => void
}

export async function connectBidi(url: string): Promise<Bidi> {
  const socket = new WebSocket(url)
  await once(socket, 'open')
  const waiting = new Map<number, Waiting>()
  const listeners = new Map<string, (params: object) => void>()
  let last = 0

  function take({ type, id, result, error, message, method, params }: Message): void {
    if (type === 'event') return listeners.get(method ?? '')?.(params ?? {})
    const asked = waiting.get(id ?? 0)
    waiting.delete(id ?? 0)
    if (type === 'success') asked?.resolve(result as never)
    else asked?.reject(new DriverError(asked.method, error ?? '', message ?? ''))
  }

  socket.on('message', (data: Buffer) => take(JSON.parse(data.toString('utf8')) as Message))
  socket.on('close', () => {
    for (const { method, reject } of waiting.values()) reject(new Error(`${method}: the browser is gone`))
  })
  return {
    ask: <Result>(method: string, params: object = {}) =>
      new Promise<Result>((resolve, reject) => {
        last += 1
        waiting.set(last, { method, resolve, reject })
        socket.send(JSON.stringify({ id: last, method, params }))
      }),
    on: (method, listener) => void listeners.set(method, listener),
    close: () => socket.close(),
  }
}
