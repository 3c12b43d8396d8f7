/** What the guard has to say, put down a second time and in other words: the grid of requests is judged by this. */
import type { Access, RouteKind } from '../../shared/routes.ts'

/** What a request brings to prove who sends it. */
export const CREDENTIALS = [
  'none',
  'cookie',
  'key',
  'both',
  'cookie and the key of another login',
  'key and the cookie of another login',
  'both, the key in the wrong place',
  'both, logged out',
  'control token',
] as const

/** `null`: the header is absent. `port` is the console's. */
export const valuesOf = (port: number) => ({
  host: [`127.0.0.1:${port}`, `localhost:${port}`, 'evil.test', `127.0.0.1:${port + 1}`],
  origin: [
    `http://127.0.0.1:${port}`,
    `http://localhost:${port}`,
    null,
    `http://127.0.0.1:${port + 1}`,
    'null',
    'https://evil.test',
  ],
  site: ['same-origin', null, 'none', 'same-site', 'cross-site'],
  dest: ['empty', null, 'websocket', 'script', 'worker', 'document', 'image', 'serviceworker'],
})

export interface GridRequest {
  kind: RouteKind
  access: Access
  method: string
  /** Of the console's own port. */
  hostIsOurs: boolean
  host: string
  origin: string | null
  site: string | null
  dest: string | null
  credentials: (typeof CREDENTIALS)[number]
}

/** 403: no page may send this. 401: nobody proves to be logged in. */
export function expected(request: GridRequest): 'in' | 401 | 403 {
  if (!isFromOurPage(request)) return 403
  if (request.access === 'public') return 'in'
  const wanted = request.access === 'control' ? 'control token' : 'both'
  return request.credentials === wanted ? 'in' : 401
}

function isFromOurPage({ kind, method, hostIsOurs, host, origin, site, dest }: GridRequest): boolean {
  const reads = method === 'GET' || method === 'HEAD'
  const own = origin === `http://${host}`
  const uses: Record<RouteKind, (string | null)[] | 'any'> = {
    app: 'any',
    control: 'any',
    data: [null, 'empty'],
    socket: [null, 'empty', 'websocket'],
  }
  if (!hostIsOurs) return false
  if (kind === 'app' && reads) return true
  return [
    origin === null || own,
    site === null || site === 'same-origin' || (site === 'none' && reads && kind !== 'socket'),
    uses[kind] === 'any' || uses[kind].includes(dest),
    // A change says where it comes from; the command is no browser and does not. A WebSocket says it by its Origin alone.
    kind === 'socket' ? own : reads || kind === 'control' || own || site === 'same-origin',
  ].every(Boolean)
}
