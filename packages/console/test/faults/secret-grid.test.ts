/**
 * Every route of the real engine, asked through the host, in a home with a secret in every place that there is for one: none may come through, in answers,
 * faults, events. Asked directly the engine tells most of them, which shows that the grid would notice.
 */
import { readFile, writeFile } from 'node:fs/promises'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { pathTo } from '../../shared/paths.ts'
import { startSecretWorld, type Heard, type SecretWorld } from '../host/secret-world.ts'
import { openSocket, type Heard as Events } from '../host/web-socket.ts'

/** They end the engine's work, reach for the network or the machine's desktop, or write gigabytes. */
const LEFT_ALONE =
  /upgrade|heap|anaconda|dispose|reload|telemetry|\/remote\/|\/pty$|worktree|workspace|copy|\/shell$|memory/

/** They never end, or wait for what does not come: of these is heard what comes at first. The other store of sessions has none of ours. */
const ENDLESS = /event$|control\/next$|^\/api\/session\/\{/
const LISTEN_MS = 2000

let world: SecretWorld
let events: Events
let session: string
const count = { routes: 0, asked: 0, answered: 0, inClear: 0, secretsInClear: 0, frames: 0, leaks: 0 }

beforeAll(async () => {
  world = await startSecretWorld()
  events = await openSocket(`${world.url}/${pathTo('events')}`, world.login)
  session = (JSON.parse((await world.engine('/session', 'POST', { title: 't' })).text) as { id: string }).id
}, 120_000)
afterAll(async () => {
  events.socket.close()
  await world.close()
  process.stdout.write(`secret grid: ${JSON.stringify(count)}\n`)
}, 60_000)

/** Which of them a text holds, in whatever form. */
function secretsIn(text: string): string[] {
  return [...world.secrets].flatMap(([value, what]) => {
    const forms = [value, JSON.stringify(value).slice(1, -1), encodeURIComponent(value)]
    return forms.some((form) => text.includes(form)) ? [what] : []
  })
}

/** What leaks, named by route and place. */
function leaksOf(route: string, { status, text }: Heard): string[] {
  count.asked += 1
  if (status > 0) count.answered += 1
  const leaks = secretsIn(text).map((what) => `${route} (${status}): ${what}`)
  count.leaks += leaks.length
  return leaks
}

const QUERIES: Record<string, string> = {
  '/config/overlay': '?scope=project',
  '/file': '?path=.kilo',
  '/file/content': '?path=.kilo/kilo.jsonc',
  '/find': '?pattern=apiKey',
  '/find/file': '?query=kilo',
  '/vcs/diff': '?mode=git',
  '/experimental/tool': '?provider=literal&model=m',
  '/api/fs/find': '?query=kilo',
}

function filled(route: string): string {
  const path = route
    .replace('{sessionID}', session)
    .replace('{providerID}', 'literal')
    .replace('{name}', 'remote')
    .replace('/*', '/.kilo/kilo.jsonc')
    .replaceAll(/\{\w+\}/g, 'x')
  return path + (QUERIES[route] ?? '')
}

async function ask(method: string, route: string, body?: object): Promise<Heard> {
  const isEndless = ENDLESS.test(route)
  const heard = await world.engine(filled(route), method, body, isEndless ? LISTEN_MS : undefined)
  if (!isEndless && heard.status === 0) throw new Error(`no answer: ${method} ${route}`)
  return heard
}

async function routesOf(): Promise<{ method: string; route: string }[]> {
  const { paths } = JSON.parse((await world.direct('/doc')).text) as { paths: Record<string, object> }
  const all = Object.entries(paths).flatMap(([route, methods]) =>
    Object.keys(methods).map((method) => ({ method: method.toUpperCase(), route })),
  )
  count.routes = all.length
  return all
}

/** Eight at a time. */
async function each<T>(list: readonly T[], act: (one: T) => Promise<string[]>): Promise<string[]> {
  const waiting = [...list]
  const found: string[] = []
  const work = async () => {
    for (let one = waiting.shift(); one !== undefined; one = waiting.shift()) found.push(...(await act(one)))
  }
  await Promise.all(Array.from({ length: 8 }, work))
  return found
}

test(
  'fault 78: no route of the engine shows a secret, and none takes one along in a fault',
  { timeout: 240_000 },
  async () => {
    const routes = await routesOf()
    expect(routes.length).toBeGreaterThan(250)
    // A turn that fails, with the provider's words, which quote its key.
    const parts = [{ type: 'text', text: 'hello' }]
    await world.engine(`/session/${session}/prompt_async`, 'POST', {
      parts,
      model: { providerID: 'refused', modelID: 'm' },
    })
    await events.until(({ event }) => (event as { type?: string } | undefined)?.type === 'session.error')
    const reads = routes.filter(({ method, route }) => method === 'GET' && !route.endsWith('/connect'))
    const clear = new Set<string>()
    const leaks = await each(reads, async ({ route }) => {
      if (!ENDLESS.test(route)) {
        const seen = secretsIn((await world.direct(filled(route))).text)
        if (seen.length > 0) count.inClear += 1
        seen.forEach((what) => clear.add(what))
      }
      return leaksOf(`GET ${route}`, await ask('GET', route))
    })
    const writes = routes.filter(
      ({ method, route }) => !['GET', 'DELETE'].includes(method) && !LEFT_ALONE.test(route),
    )
    leaks.push(
      ...(await each(writes, async ({ method, route }) =>
        leaksOf(`${method} ${route}`, await ask(method, route, {})),
      )),
    )
    count.secretsInClear = clear.size
    expect(leaks).toEqual([])
    // Those that it tells nobody stand in files of keys alone.
    expect([...world.secrets.values()].filter((what) => !clear.has(what)).toSorted()).toEqual([
      'MCP access token',
      'MCP refresh token',
      'access token',
      'metadata of a key',
      'refresh token',
      'registered client',
    ])
  },
)

test(
  'fault 78: what the host itself answers of the engine, and every event, holds none',
  { timeout: 60_000 },
  async () => {
    const server = 'daemon'
    const paths = [
      pathTo('opening', { server, session }),
      pathTo('messages', { server, session }),
      pathTo('choices', { server, directory: world.project }),
      pathTo('agents', { server, directory: world.project }),
      pathTo('permissionRules', { server, directory: world.project }),
      pathTo('configuration', { server, scope: 'global' }),
      pathTo('configuration', { server, scope: 'project', directory: world.project }),
      pathTo('servers'),
    ]
    const leaks = await each(paths, async (path) => leaksOf(path, await world.host(path)))
    count.frames = events.frames.length
    expect(leaks).toEqual([])
    expect(secretsIn(JSON.stringify(events.frames))).toEqual([])
    expect(JSON.stringify(events.frames)).toContain('Incorrect API key provided')
  },
)

test(
  'fault 78: keys in a folder’s own file are not shown before the engine has read it: by a host that has just begun, or where they were just written',
  { timeout: 60_000 },
  async () => {
    const body = {
      agent: 'code',
      command: 'cat .kilo/kilo.jsonc',
      model: { providerID: 'literal', modelID: 'm' },
    }
    expect((await world.engine(`/session/${session}/shell`, 'POST', body)).status).toBe(200)
    expect(secretsIn((await world.direct(`/session/${session}/message`)).text)).toContain('key of a project')
    await world.engine('/instance/dispose', 'POST')
    const opening = await world.first(pathTo('opening', { server: 'daemon', session }))
    expect(opening).toMatchObject({ status: 200, text: expect.stringContaining('{hidden:') })
    expect(leaksOf('first opening', opening)).toEqual([])
    const text = await readFile(world.projectFile, 'utf8')
    const secret = 'PLANTjustnow0a1b2c3d4e5f6'
    world.secrets.set(secret, 'just written by hand')
    await writeFile(
      world.projectFile,
      text.replace('"mcp": {', `"mcp": { "late": { "headers": { "x": "${secret}" } },`),
    )
    const file = '/file/content?path=.kilo/kilo.jsonc'
    expect(secretsIn((await world.direct(file)).text)).toContain('just written by hand')
    expect(leaksOf('just written', await world.engine(file))).toEqual([])
    await writeFile(world.projectFile, text)
  },
)

test(
  'fault 78: echoes of what is written, conflicts and wrong values hold none',
  { timeout: 60_000 },
  async () => {
    const secret = 'PLANTwritten0a1b2c3d4e5f6'
    world.secrets.set(secret, 'just written')
    const overlay = (body: object) => world.engine('/config/overlay', 'PATCH', { scope: 'project', ...body })
    const said = [
      await overlay({ set: { provider: { project: { options: { headers: { x: secret } } } } } }),
      await overlay({ set: { model: 'refused/m' }, expected: { path: '/x', revision: '0' } }),
      await overlay({ set: { provider: { project: { options: { apiKey: { a: secret } } } } } }),
      await overlay({ set: { mcp: { z: { type: 'local', command: secret } } } }),
      await world.engine('/global/config', 'PATCH', { username: 'bob' }),
      await world.engine('/auth/zzz', 'PUT', { type: 'api', key: { [secret]: 1 } }),
      await world.engine('/mcp', 'POST', {
        name: 'n',
        config: { type: 'local', command: [`/none/${secret}`] },
      }),
    ]
    expect(said.map(({ status }) => status)).toEqual([200, 409, 400, 400, 200, 400, 200])
    expect(said.flatMap((heard, at) => leaksOf(`write ${at}`, heard))).toEqual([])
  },
)

test(
  'fault 78: a reference is shown as one, with whether the daemon has the variable',
  { timeout: 60_000 },
  async () => {
    const config = JSON.parse((await world.engine('/config')).text) as {
      provider: Record<string, { options: Record<string, unknown> }>
    }
    expect(config.provider['variable']?.options).toMatchObject({
      apiKey: '{env:E_KEY}',
      headers: { x: 'Bearer {env:E_HEADER}' },
    })
    expect(config.provider['file']?.options['apiKey']).toMatch(/^\{file:.*key\.txt\}$/)
    const names = 'E_KEY,NOT_THERE,CAME_LATER'
    expect(JSON.parse((await world.host(pathTo('variables', { server: 'daemon', names }))).text)).toEqual({
      E_KEY: 'set',
      NOT_THERE: 'unset',
      CAME_LATER: 'after-restart',
    })
  },
)

test('fault 78: a hidden value that comes back changes no key', { timeout: 60_000 }, async () => {
  const before = await readFile(world.globalFile, 'utf8')
  const shown = JSON.parse((await world.engine('/config/overlay?scope=global')).text) as {
    targets: { global: { raw: { mcp: { local: { command: string[] } } } } }
  }
  const { command } = shown.targets.global.raw.mcp.local
  const set = { mcp: { local: { command: [...command, '--more'] } } }
  expect((await world.engine('/config/overlay', 'PATCH', { scope: 'global', set })).status).toBe(200)
  const after = await readFile(world.globalFile, 'utf8')
  expect(after).toContain('--more')
  expect(after).toContain('// kept')
  expect(after).not.toContain('hidden:')
  for (const value of world.secrets.keys())
    expect(after.includes(JSON.stringify(value).slice(1, -1))).toBe(
      before.includes(JSON.stringify(value).slice(1, -1)),
    )
  const unknown = { scope: 'global', set: { username: '{hidden:0123456789ab}' } }
  expect((await world.engine('/config/overlay', 'PATCH', unknown)).status).toBe(409)
  expect(await readFile(world.globalFile, 'utf8')).toBe(after)
})

test(
  'fault 78: a broken file is told of by its lines, not by what is in it',
  { timeout: 60_000 },
  async () => {
    const text = await readFile(world.globalFile, 'utf8')
    await writeFile(world.globalFile, text.replace('"snapshot": false', '"snapshot": fal,se'))
    await world.engine('/global/dispose', 'POST')
    const paths = [
      '/config/warnings',
      '/config/overlay?scope=global',
      '/global/config',
      '/config',
      '/config/providers',
    ]
    const said = new Map<string, Heard>()
    for (const path of paths) said.set(path, await world.engine(path))
    expect([...said].flatMap(([path, heard]) => leaksOf(path, heard))).toEqual([])
    expect(said.get('/global/config')).toMatchObject({
      status: 400,
      text: expect.stringMatching(/at line \d+, column \d+/),
    })
    await writeFile(world.globalFile, text)
  },
)
