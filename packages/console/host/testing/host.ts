/** A whole host on a free port, in front of a test engine, with its files in a folder of its own. */
import { once } from 'node:events'
import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { WebSocket, type ClientOptions } from 'ws'
import { openConsole } from '../console.ts'
import { serve } from '../server.ts'
import { basic, type ServerView } from '../servers/daemon-control.ts'
import { startEngine, type TestEngine } from './engine.ts'

export const CONTROL_TOKEN = 'control-token-of-this-test'

export interface TestHost {
  engine: TestEngine
  url: string
  port: number
  folder: string
  /** Actions that reached the daemon. */
  actions: string[]
  /** A new ticket, traded for a cookie header. */
  logIn(): Promise<string>
  ticket(): Promise<string>
  fetch(path: string, init?: RequestInit): Promise<Response>
  close(): Promise<void>
}

export async function startHost({ base = '/' } = {}): Promise<TestHost> {
  const folder = await mkdtemp(join(tmpdir(), 'kilo-host-'))
  const authorization = basic('kilo', 'engine-password')
  const engine = await startEngine(authorization)
  const actions: string[] = []
  const view: ServerView = {
    info: {
      id: 'daemon',
      url: engine.url,
      port: engine.port,
      kind: 'managed',
      health: 'healthy',
      version: '7.7.7',
      pid: 1234,
      projects: [],
      lastActive: null,
    },
    target: { url: engine.url, authorization },
  }
  const host = await serve({ hostname: '127.0.0.1', port: 0 }, (port) =>
    openConsole({
      hostname: '127.0.0.1',
      port,
      base,
      controlToken: CONTROL_TOKEN,
      version: '1.2.3',
      home: '/home/user',
      appFolder: join(folder, 'app'),
      sessionsFile: join(folder, 'sessions.json'),
      credentialsFile: join(folder, 'credentials.json'),
      write: (file, text) => writeFile(file, text),
      daemon: {
        folder,
        file: join(folder, 'daemon.json'),
        ports: { first: 1, last: 0 },
        look: () => Promise.resolve(structuredClone(view)),
        run: (action) => Promise.resolve(void actions.push(action)),
      },
    }),
  )
  const url = `http://127.0.0.1:${host.port}`
  const from = (path: string, init?: RequestInit) => fetch(url + path, { redirect: 'manual', ...init })
  const post = (path: string, headers: Record<string, string>, body?: unknown) =>
    from(path, { method: 'POST', headers, ...(body === undefined ? {} : { body: JSON.stringify(body) }) })
  async function ticket(): Promise<string> {
    const answer = await post('/auth/tickets', { authorization: `Bearer ${CONTROL_TOKEN}` })
    return ((await answer.json()) as { ticket: string }).ticket
  }
  return {
    engine,
    url,
    port: host.port,
    folder,
    actions,
    ticket,
    fetch: from,
    async logIn() {
      const headers = { origin: url, 'content-type': 'application/json' }
      const answer = await post(`${base}auth/session`, headers, { ticket: await ticket() })
      return answer.headers.get('set-cookie')?.split(';')[0] ?? ''
    },
    async close() {
      await host.close()
      await engine.close()
      await rm(folder, { recursive: true })
    },
  }
}

export type JsonFrame = Record<string, unknown>

/** A WebSocket that keeps what it hears. `until` waits for what is told or kept already. */
export interface Heard {
  socket: WebSocket
  frames: JsonFrame[]
  until(matches: (frame: JsonFrame) => boolean): Promise<JsonFrame>
}

/** Rejects with `Unexpected server response: <status>` when the upgrade is refused. */
export async function openSocket(url: string, headers: ClientOptions['headers']): Promise<Heard> {
  const socket = new WebSocket(url.replace(/^http/, 'ws'), { headers: { ...headers } })
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
