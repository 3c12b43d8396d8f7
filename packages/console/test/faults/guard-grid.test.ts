/**
 * The guard, over the wire: every route there is, over HTTP and as a WebSocket, with every kind of credentials and every way a browser or a program may say
 * where a request comes from. Made from the table of routes, so a new route is in it.
 * `GUARD_GRID=all` sends every combination of headers.
 */
import { Agent } from 'node:http'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { KEY_HEADER, keyProtocol } from '../../shared/login.ts'
import { pathTo } from '../../shared/paths.ts'
import { parsePattern } from '../../shared/route-path.ts'
import { httpNames, routes, socketNames, type RouteName } from '../../shared/routes.ts'
import { ask } from '../host/browser-request.ts'
import { CREDENTIALS, expected, valuesOf, type GridRequest } from '../host/guard-spec.ts'
import { CONTROL_TOKEN, startHost, type LoginHeaders, type TestHost } from '../host/host.ts'
import { SOCKET_HEADERS } from '../host/hostile-world.ts'

const METHODS = ['GET', 'HEAD', 'POST', 'PUT', 'PATCH', 'DELETE', 'OPTIONS']
const ALL = process.env['GUARD_GRID'] === 'all'

type Route = Pick<GridRequest, 'kind' | 'access' | 'method'> & { path: string }

/** A path that the pattern takes and no route before it. */
function pathOf(name: RouteName): string {
  const { segments, open } = parsePattern(routes[name].path)
  const filled = segments.map((segment) =>
    segment.kind === 'text' ? segment.text : (segment.values?.[0] ?? 'daemon'),
  )
  return `/${[...filled, ...(open ? ['what', 'ever'] : [])].join('/')}`
}

const overHttp: Route[] = httpNames.flatMap((name) => {
  const { method, kind, access } = routes[name]
  const methods = method === '*' ? METHODS : method === 'GET' ? ['GET', 'HEAD'] : [method]
  return methods.map((each) => ({ kind, access, method: each, path: pathOf(name) }))
})
const asSockets: Route[] = [...socketNames.map(pathOf), pathOf('noApi'), pathOf('app')].map((path) => ({
  kind: 'socket',
  access: 'session',
  method: 'GET',
  path,
}))

type Said = Pick<GridRequest, 'host' | 'hostIsOurs' | 'origin' | 'site' | 'dest' | 'credentials'>

/**
 * Every kind of credentials with every single header that is not our page's; who would get in, and who brings nothing, with every two of them: what one header
 * spoils, no other may mend.
 */
function variants(port: number): Said[] {
  const { host, origin, site, dest } = valuesOf(port)
  const all = host.flatMap((host, a) =>
    origin.flatMap((origin, b) =>
      site.flatMap((site, c) =>
        dest.map((dest, d) => ({
          others: [a, b, c, d].filter(Boolean).length,
          said: { hostIsOurs: a < 2, host, origin, site, dest },
        })),
      ),
    ),
  )
  const most = (credentials: Said['credentials']) =>
    ALL ? 4 : ['none', 'both', 'control token'].includes(credentials) ? 2 : 1
  return CREDENTIALS.flatMap((credentials) =>
    all
      .filter(({ others }) => others <= most(credentials))
      .map(({ said }): Said => ({ ...said, credentials })),
  )
}

let host: TestHost
let other: LoginHeaders
let ended: LoginHeaders
const agent = new Agent({ keepAlive: true, maxSockets: 8 })
const sent = { requests: 0, in: 0, refused: 0, wrong: 0 }

beforeAll(async () => {
  host = await startHost()
  other = await host.logIn()
  ended = await host.logIn()
  await host.fetch(`/${pathTo('logOut')}`, { method: 'DELETE', headers: { ...ended, origin: host.url } })
})
afterAll(async () => {
  agent.destroy()
  await host.close()
  process.stdout.write(`guard grid: ${JSON.stringify(sent)}\n`)
})

function credentialsOf(request: GridRequest, login: LoginHeaders): Record<string, string> {
  const over = (key: string, socket = request.kind === 'socket'): Record<string, string> =>
    socket ? { 'sec-websocket-protocol': keyProtocol(key) } : { [KEY_HEADER]: key }
  const { cookie, [KEY_HEADER]: key } = login
  const headers: Record<GridRequest['credentials'], Record<string, string>> = {
    none: {},
    cookie: { cookie },
    key: over(key),
    both: { cookie, ...over(key) },
    'cookie and the key of another login': { cookie, ...over(other[KEY_HEADER]) },
    'key and the cookie of another login': { cookie: other.cookie, ...over(key) },
    'both, the key in the wrong place': { cookie, ...over(key, request.kind !== 'socket') },
    'both, logged out': { cookie: ended.cookie, ...over(ended[KEY_HEADER]) },
    'control token': { authorization: `Bearer ${CONTROL_TOKEN}` },
  }
  return headers[request.credentials]
}

async function send(path: string, request: GridRequest, login: LoginHeaders): Promise<'in' | 401 | 403> {
  const { method, host: name, origin, site, dest, kind } = request
  const said = { origin, 'sec-fetch-site': site, 'sec-fetch-dest': dest }
  const headers = {
    host: name,
    ...Object.fromEntries(
      Object.entries(said).flatMap(([name, value]) => (value === null ? [] : [[name, value]])),
    ),
    ...credentialsOf(request, login),
    ...(kind === 'socket' ? SOCKET_HEADERS : {}),
  }
  const { status } = await ask(host.url + path, { method, agent: kind === 'socket' ? false : agent, headers })
  return status === 401 || status === 403 ? status : 'in'
}

/** What came out otherwise than it should. */
async function sendAll({ path, ...route }: Route): Promise<string[]> {
  const wrong: string[] = []
  const waiting = variants(host.port).map((said): GridRequest => ({ ...route, ...said }))
  let login = await host.logIn()
  const endsLogins = route.method === 'DELETE' && path === pathOf('logOut')
  async function work(): Promise<void> {
    for (let request = waiting.pop(); request; request = waiting.pop()) {
      const [is, should] = [await send(path, request, login), expected(request)]
      sent.requests += 1
      sent[is === 'in' ? 'in' : 'refused'] += 1
      if (is !== should) wrong.push(`${is} and not ${should}: ${JSON.stringify(request)}`)
      if (endsLogins && is === 'in' && request.credentials === 'both') login = await host.logIn()
    }
  }
  await Promise.all(Array.from({ length: endsLogins ? 1 : 8 }, work))
  sent.wrong += wrong.length
  return wrong
}

describe('fault 32, 33, 34, 58: the guard lets in who is logged in on our page, and nobody else', () => {
  test.each(overHttp)('$method $path', { timeout: 600_000 }, async (route) => {
    expect(await sendAll(route)).toEqual([])
  })

  test.each(asSockets)('WebSocket $path', { timeout: 600_000 }, async (route) => {
    expect(await sendAll(route)).toEqual([])
  })

  test('of all this the daemon was asked to do what was let in, and no more', () => {
    const route = { kind: 'data', access: 'session', method: 'POST' } as const
    const letIn = variants(host.port).filter((said) => expected({ ...route, ...said }) === 'in')
    expect(new Set(host.actions)).toEqual(new Set(['start']))
    // Those at the same moment are one.
    expect(host.actions.length).toBeLessThanOrEqual(letIn.length)
  })
})
