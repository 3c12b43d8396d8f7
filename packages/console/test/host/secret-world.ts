/** The real engine as the managed daemon of a home full of secrets, and a host before it. */
import { mkdtemp, realpath, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { engineService, ensure, stop } from '@kilo-console/daemon'
import { pathTo } from '../../shared/paths.ts'
import { openConsole } from '../../host/console.ts'
import { serve } from '../../host/server.ts'
import { daemonControl, type DaemonControl } from '../../host/servers/daemon-control.ts'
import { loginFrom, optionsOf } from './host.ts'
import { startLoopback } from './loopback.ts'
import { plantSecrets, type Planted } from './planted-secrets.ts'

export interface SecretWorld extends Planted {
  /** Asks the host, logged in. */
  host(path: string, method?: string, body?: unknown): Promise<Heard>
  /** Asks the engine through the host, for the project. */
  engine(path: string, method?: string, body?: unknown, ms?: number): Promise<Heard>
  /** Asks the engine itself. */
  direct(path: string, ms?: number): Promise<Heard>
  /** What another host, which knows nothing yet, answers first. */
  first(path: string): Promise<Heard>
  login: Record<string, string>
  url: string
  close(): Promise<void>
}

export interface Heard {
  /** 0: nothing in time. */
  status: number
  /** What came until the end, or until the time was over. */
  text: string
}

/** A limit, not a measure: on a busy machine an engine is silent for long. */
const PATIENCE_MS = 60_000

export async function startSecretWorld(): Promise<SecretWorld> {
  const home = await realpath(await mkdtemp(join(tmpdir(), 'kilo-secret-world-')))
  // A provider that quotes the key which it refuses, as some do.
  const provider = await startLoopback((req, res) => {
    const message = `Incorrect API key provided: ${req.headers.authorization}`
    res.writeHead(401, { 'content-type': 'application/json' }).end(JSON.stringify({ error: { message } }))
  })
  const planted = await plantSecrets(home, `${provider.url}/v1`)
  const service = engineService({ env: planted.env })
  const { state } = await ensure(service)
  // What came later, and only the console has.
  const daemon = daemonControl({ ...planted.env, CAME_LATER: 'x' })
  const running = await startHost(join(home, 'console'), daemon)
  const { url, login } = running
  const inProject = (path: string) =>
    `${path}${path.includes('?') ? '&' : '?'}directory=${encodeURIComponent(planted.project)}`
  const host = (path: string, method?: string, body?: unknown, ms?: number) =>
    hear(`${url}/${path}`, login, method, body, ms)
  return {
    ...planted,
    host,
    login,
    url,
    engine: (path, method, body, ms) =>
      host(`${pathTo('engine', { server: 'daemon' })}${inProject(path)}`, method, body, ms),
    async first(path) {
      const fresh = await startHost(join(home, 'fresh'), daemon)
      const heard = await hear(`${fresh.url}/${path}`, fresh.login)
      await fresh.close()
      return heard
    },
    direct: (path, ms) =>
      hear(state.url + inProject(path), { authorization: `Basic ${state.token}` }, 'GET', undefined, ms),
    async close() {
      await running.close()
      await stop(service)
      await provider.close()
      await rm(home, { recursive: true, force: true, maxRetries: 5 })
    },
  }
}

async function startHost(folder: string, daemon: DaemonControl) {
  const running = await serve({ hostname: '127.0.0.1', port: 0 }, (port) =>
    openConsole(optionsOf({ folder, port, base: '/', daemon })),
  )
  const url = `http://127.0.0.1:${running.port}`
  const login = { ...(await loginFrom(url, '/')), origin: url }
  return { url, login, close: () => running.close() }
}

async function hear(
  url: string,
  headers: Record<string, string>,
  method = 'GET',
  body?: unknown,
  ms = PATIENCE_MS,
): Promise<Heard> {
  let [status, text] = [0, '']
  try {
    const answer = await fetch(url, {
      method,
      headers: { ...headers, 'content-type': 'application/json' },
      signal: AbortSignal.timeout(ms),
      ...(body !== undefined && { body: typeof body === 'string' ? body : JSON.stringify(body) }),
    })
    status = answer.status
    const decoder = new TextDecoder()
    for await (const chunk of answer.body ?? []) text += decoder.decode(chunk, { stream: true })
  } catch {
    // The time is over.
  }
  return { status, text }
}
