/** What the host answers over HTTP: the table of interface.md, "Host". */
import type { IncomingMessage, ServerResponse } from 'node:http'
import { setTimeout } from 'node:timers/promises'
import { DAEMON_ID, type ConsoleInfo, type LoginAnswer, type ServerFigures } from '../shared/api.ts'
import { setCookie } from './auth/cookie.ts'
import { keyOf } from './auth/halves.ts'
import type { SessionId } from './auth/session-file.ts'
import { SESSION_SECONDS } from './auth/session-table.ts'
import type { Console } from './console.ts'
import type { PathKind } from './guard.ts'
import { readJsonBody } from './http/body.ts'
import { enginePath } from './http/engine-path.ts'
import { HttpProblem, sendJson } from './http/problem.ts'
import type { Target } from './http/proxy.ts'
import type { Access, Match, RoutePattern } from './http/route.ts'
import { isDaemonAction } from './servers/daemon-actions.ts'
import { lookAtFolder } from './servers/folders.ts'
import { giveCredential } from './servers/give-credential.ts'
import { letGo } from './servers/release.ts'
import { readPermissionRules } from './roster/permission-rules.ts'
import { readTerminalJobs } from './terminals/jobs.ts'

const LOOK_MS = 300

export interface Visit extends Match {
  req: IncomingMessage
  res: ServerResponse
  /** Null on public routes. */
  session: SessionId | null
}

export interface Route extends RoutePattern {
  kind: PathKind
  access: Access
  answer(console: Console, visit: Visit): void | Promise<void>
}

const health: Route['answer'] = ({ options }, { res }) =>
  sendJson(res, 200, { healthy: true, version: options.version })

const issueTicket: Route['answer'] = ({ tickets, launchPages }, { res }) => {
  const issued = tickets.issue()
  launchPages.expect(issued)
  sendJson(res, 200, issued)
}

/** The first two are also answered at the root, whatever the base: the CLI knows the port alone. */
export const rootRoutes: Route[] = [
  { method: 'GET', path: 'health', kind: 'control', access: 'public', answer: health },
  { method: 'POST', path: 'auth/tickets', kind: 'control', access: 'control', answer: issueTicket },
]

export const routes: Route[] = [
  ...rootRoutes,
  { method: 'POST', path: 'auth/session', kind: 'data', access: 'public', answer: logIn },
  { method: 'DELETE', path: 'auth/session', kind: 'data', access: 'public', answer: logOut },
  { method: 'GET', path: 'api/session', kind: 'data', access: 'session', answer: aboutConsole },
  { method: 'GET', path: 'api/servers', kind: 'data', access: 'session', answer: listServers },
  { method: 'GET', path: 'api/servers/:id/snapshot', kind: 'data', access: 'session', answer: readServer },
  { method: 'GET', path: 'api/servers/:id/figures', kind: 'data', access: 'session', answer: readFigures },
  { method: 'GET', path: 'api/servers/:id/folders', kind: 'data', access: 'session', answer: readFolder },
  {
    method: 'GET',
    path: 'api/servers/:id/permission-rules',
    kind: 'data',
    access: 'session',
    answer: readRules,
  },
  { method: 'GET', path: 'api/servers/:id/terminal-jobs', kind: 'data', access: 'session', answer: readJobs },
  { method: 'POST', path: 'api/servers/:id/credential', kind: 'data', access: 'session', answer: unlock },
  { method: 'POST', path: 'api/daemon/terminals/:pty/:act', kind: 'data', access: 'session', answer: letGo },
  { method: 'POST', path: 'api/daemon/:action*', kind: 'data', access: 'session', answer: manageDaemon },
  { method: '*', path: 'api/servers/:id/engine/*', kind: 'data', access: 'session', answer: askEngine },
  { method: '*', path: 'api*', kind: 'data', access: 'session', answer: noRoute },
  { method: '*', path: 'auth*', kind: 'data', access: 'session', answer: noRoute },
  { method: '*', path: '*', kind: 'app', access: 'public', answer: serveApp },
]

async function logIn(console: Console, { req, res }: Visit): Promise<void> {
  const { ticket } = await readJsonBody(req)
  const outcome = console.tickets.redeem(ticket)
  if (outcome === 'rate-limited') {
    throw new HttpProblem(
      429,
      'rate-limited',
      'Too many wrong tickets. Wait a moment, then try again.',
      'kilo console',
    )
  }
  if (outcome === 'refused') {
    throw new HttpProblem(
      401,
      'bad-ticket',
      'This launch link was used before or is too old.',
      'kilo console',
    )
  }
  await console.launchPages.remove(String(ticket))
  const { cookie, key } = await console.sessions.open(keyOf(req.headers, 'http'))
  res.setHeader('set-cookie', setCookie(console.cookieName, cookie, console.options.base, SESSION_SECONDS))
  const body: LoginAnswer = { ...infoOf(console), key }
  sendJson(res, 200, body)
}

async function logOut(console: Console, { req, res }: Visit): Promise<void> {
  const session = console.sessionOf(req.headers, 'http')
  if (session !== null) await console.sessions.close(session)
  res.setHeader('set-cookie', setCookie(console.cookieName, '', console.options.base, 0))
  res.writeHead(204).end()
}

function aboutConsole(console: Console, { res }: Visit): void {
  sendJson(res, 200, infoOf(console))
}

function infoOf({ options }: Console): ConsoleInfo {
  return { version: options.version, home: options.home }
}

async function listServers({ discovery }: Console, { res }: Visit): Promise<void> {
  // A wedged port may hold a look up for a second; what was known is good enough for a page that is told of changes anyway.
  await Promise.race([discovery.refresh(), setTimeout(LOOK_MS)])
  sendJson(res, 200, discovery.list())
}

async function readServer(console: Console, { res, params }: Visit): Promise<void> {
  const id = params['id'] ?? ''
  sendJson(res, 200, await console.snapshots.read(id, targetOf(console, id)))
}

async function readFigures({ discovery, figures, options }: Console, { res, params }: Visit): Promise<void> {
  const id = params['id'] ?? ''
  if (!discovery.find(id)) throw unknownServer(id)
  const limitBytes = id === DAEMON_ID ? options.daemon.memoryLimit() : undefined
  const samples = id === DAEMON_ID ? figures.samples() : []
  const body: ServerFigures = { everyMs: figures.everyMs, samples, ...(limitBytes && { limitBytes }) }
  sendJson(res, 200, body)
}

/** Of the managed daemon alone: another server may run elsewhere, in a container for one. */
async function readFolder({ options }: Console, { res, params, rest }: Visit): Promise<void> {
  if (params['id'] !== DAEMON_ID)
    throw new HttpProblem(404, 'elsewhere', 'The folders of this server cannot be looked at from here.')
  const query = new URLSearchParams(rest)
  sendJson(res, 200, await lookAtFolder(query.get('path') ?? '', options.home, query.get('names') !== '0'))
}

async function readRules(console: Console, { res, params, rest }: Visit): Promise<void> {
  const directory = new URLSearchParams(rest).get('directory') ?? ''
  sendJson(res, 200, await readPermissionRules(targetOf(console, params['id'] ?? ''), directory))
}

async function readJobs({ discovery }: Console, { res, params, rest }: Visit): Promise<void> {
  const view = discovery.find(params['id'] ?? '')
  if (!view) throw unknownServer(params['id'] ?? '')
  sendJson(res, 200, await readTerminalJobs(view.info, new URLSearchParams(rest).get('pids') ?? ''))
}

async function unlock(console: Console, { req, res, params }: Visit): Promise<void> {
  sendJson(res, 200, await giveCredential(console, params['id'] ?? '', await readJsonBody(req)))
}

async function manageDaemon({ actions }: Console, { res, params, rest }: Visit): Promise<void> {
  const action = params['action']
  if (!isDaemonAction(action) || !/^($|\?)/.test(rest)) return noRoute()
  sendJson(res, 200, await actions.run(action, new URLSearchParams(rest).get('force') === '1'))
}

async function askEngine(console: Console, { req, res, params, rest }: Visit): Promise<void> {
  const path = enginePath(rest)
  if (path === null) throw new HttpProblem(400, 'bad-path', 'This path can be read in two ways.')
  await console.proxy.forward(req, res, targetOf(console, params['id'] ?? ''), path)
}

/** The engine behind an id. Throws 404 for an unknown one, 502 for one that can't be asked. */
export function targetOf({ discovery }: Console, id: string): Target {
  const view = discovery.find(id)
  if (!view) throw unknownServer(id)
  if (view.target) return view.target
  if (view.info.kind === 'foreign')
    throw new HttpProblem(403, 'foreign-server', 'This server belongs to another user of this machine.')
  if (view.info.health === 'locked')
    throw new HttpProblem(502, 'server-locked', 'This server wants a password.')
  throw new HttpProblem(502, 'server-unreachable', 'The server is not running.', 'kilo daemon start')
}

function unknownServer(id: string): HttpProblem {
  return new HttpProblem(404, 'unknown-server', `There is no server "${id}".`, 'kilo daemon status')
}

function noRoute(): never {
  throw new HttpProblem(404, 'not-found', 'There is no such route.')
}

async function serveApp({ files }: Console, { req, res, rest }: Visit): Promise<void> {
  await files.serve(req, res, rest.replace(/[?#].*$/s, ''))
}
