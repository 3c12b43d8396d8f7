/** A whole host on a free port, in front of a test engine, with its files in a folder of its own. */
import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { LoginAnswer, ServerInfo } from '../../shared/api.ts'
import { KEY_HEADER } from '../../shared/login.ts'
import { pathTo } from '../../shared/paths.ts'
import { sampleServer } from '../../shared/sample-server.ts'
import { openConsole, type ConsoleOptions } from '../../host/console.ts'
import { serve } from '../../host/server.ts'
import { basic, type DaemonControl, type ServerView } from '../../host/servers/daemon-control.ts'
import { startEngine, type TestEngine } from './engine.ts'

export const CONTROL_TOKEN = 'control-token-of-this-test'
const AUTHORIZATION = basic('kilo', 'engine-password')

/** Both halves of a login, as headers of a request; `openSocket` takes them too. */
export type LoginHeaders = { cookie: string; [KEY_HEADER]: string }

export interface TestHost {
  engine: TestEngine
  url: string
  port: number
  /** The file of passwords. */
  passwords: string
  launches: string
  /** Actions that reached the daemon. */
  actions: string[]
  /** What the daemon looks like from now on; its state file changes with it. */
  become(info: Partial<ServerInfo>): Promise<void>
  fetch(path: string, init?: RequestInit): Promise<Response>
  /** JSON, as the page sends it. */
  post(path: string, body: unknown, headers?: Record<string, string>): Promise<Response>
  ticket(): Promise<string>
  /** A new ticket, traded for both halves of a login. */
  logIn(): Promise<LoginHeaders>
  close(): Promise<void>
}

/** `port`: the only one where other engines are looked for; without it none is, what else runs on this machine is no test's business. */
export async function startHost({ base = '/', port = 0 } = {}): Promise<TestHost> {
  const folder = await mkdtemp(join(tmpdir(), 'kilo-host-'))
  const engine = await startEngine(AUTHORIZATION)
  const actions: string[] = []
  const view = viewOf(engine)
  const daemon = daemonOf(view, folder, port, actions)
  const running = await serve({ hostname: '127.0.0.1', port: 0 }, (port) =>
    openConsole(optionsOf({ folder, port, base, daemon })),
  )
  const url = `http://127.0.0.1:${running.port}`
  return {
    engine,
    url,
    port: running.port,
    passwords: join(folder, 'passwords.json'),
    launches: join(folder, 'launches'),
    actions,
    become(info) {
      Object.assign(view.info, info)
      return writeFile(daemon.file, JSON.stringify(info))
    },
    fetch: (path, init) => fetch(url + path, { redirect: 'manual', ...init }),
    post: (path, body, headers = {}) =>
      fetch(url + path, {
        method: 'POST',
        redirect: 'manual',
        headers: { origin: url, 'content-type': 'application/json', ...headers },
        body: JSON.stringify(body),
      }),
    ticket: () => ticketFrom(url),
    logIn: () => loginFrom(url, base),
    async close() {
      await running.close()
      await engine.close()
      await rm(folder, { recursive: true })
    },
  }
}

function viewOf({ url, port }: TestEngine): ServerView {
  const info = sampleServer({ url, port, version: '7.7.7', pid: 1234 })
  return { info, target: { url, authorization: AUTHORIZATION, owner: {} } }
}

function daemonOf(view: ServerView, folder: string, port: number, actions: string[]): DaemonControl {
  return {
    folder,
    file: join(folder, 'daemon.json'),
    ports: port === 0 ? { first: 1, last: 0 } : { first: port, last: port },
    memoryLimit: () => 4 * 2 ** 30,
    environment: () => Promise.resolve(undefined),
    ownEnvironment: new Map(),
    look: () => Promise.resolve(structuredClone(view)),
    run: (action) => Promise.resolve(void actions.push(action)),
  }
}

type Given = Pick<ConsoleOptions, 'port' | 'base' | 'daemon'> & { folder: string }

export function optionsOf({ folder, ...given }: Given): ConsoleOptions {
  return {
    ...given,
    hostname: '127.0.0.1',
    controlToken: CONTROL_TOKEN,
    trustedUsers: [],
    editor: [],
    version: '1.2.3',
    home: '/home/user',
    appFolder: join(folder, 'app'),
    logins: { file: join(folder, 'logins.json') },
    passwords: { file: join(folder, 'passwords.json') },
    unsent: { file: join(folder, 'unsent.json') },
    budget: { file: join(folder, 'budget.json') },
    pins: { file: join(folder, 'pins.json') },
    hidden: { file: join(folder, 'hidden.json') },
    environments: { file: join(folder, 'environments.json') },
    preferences: { file: join(folder, 'settings.json'), env: {} },
    launches: join(folder, 'launches'),
  }
}

async function ticketFrom(url: string): Promise<string> {
  const headers = { authorization: `Bearer ${CONTROL_TOKEN}` }
  const answer = await fetch(`${url}/${pathTo('newTicket')}`, { method: 'POST', headers })
  return ((await answer.json()) as { ticket: string }).ticket
}

export async function loginFrom(url: string, base: string): Promise<LoginHeaders> {
  const headers = { origin: url, 'content-type': 'application/json' }
  const body = JSON.stringify({ ticket: await ticketFrom(url) })
  const answer = await fetch(url + base + pathTo('logIn'), { method: 'POST', headers, body })
  const { key } = (await answer.json()) as LoginAnswer
  return { cookie: answer.headers.get('set-cookie')?.split(';')[0] ?? '', [KEY_HEADER]: key }
}
