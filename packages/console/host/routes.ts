/** What the host answers over HTTP: the routes of shared/routes.ts. */
import type { IncomingMessage, ServerResponse } from 'node:http'
import { setTimeout } from 'node:timers/promises'
import {
  DAEMON_ID,
  type DaemonActionResult,
  type LoginAnswer,
  type ServerFigures,
  type ServerInfo,
} from '../shared/api.ts'
import type { FolderLook } from '../shared/folders.ts'
import type { AnswerOf } from '../shared/route-answers.ts'
import type { HttpName } from '../shared/routes.ts'
import type { TerminalJobs } from '../shared/terminal-jobs.ts'
import { setCookie } from './auth/cookie.ts'
import { actInWorktree, commit, openFile, readEarlier, readWorktrees } from './git-routes.ts'
import { keyOf } from './auth/halves.ts'
import type { SessionId } from './auth/session-file.ts'
import { SESSION_SECONDS } from './auth/session-table.ts'
import { configurationHandlers } from './configuration-routes.ts'
import { infoOf } from './console-info.ts'
import type { Console } from './console.ts'
import { environmentHandlers, withEnvironment } from './environment-routes.ts'
import { readJsonBody } from './http/body.ts'
import { enginePath } from './http/engine-path.ts'
import { sendPackedJson } from './http/packed-json.ts'
import { HttpProblem } from './http/problem.ts'
import type { Match } from './http/route.ts'
import { providerHandlers } from './provider-routes.ts'
import { lookAtFolder } from './servers/folders.ts'
import { giveCredential } from './servers/give-credential.ts'
import { chooseFrom, countSessions, keepUnsent, openSession, pinSession, readPage } from './session-routes.ts'
import { letGo } from './servers/release.ts'
import { targetOf, unknownServer } from './target-of.ts'
import { readTerminalJobs } from './terminals/jobs.ts'
import { problemWithoutSecrets, withoutSecrets } from './without-secrets.ts'

const LOOK_MS = 300

export interface Visit<Name extends HttpName> extends Match<Name> {
  req: IncomingMessage
  res: ServerResponse
  /** Null on public routes. */
  session: SessionId | null
}

type Handler<Name extends HttpName> = (
  console: Console,
  visit: Visit<Name>,
) => AnswerOf<Name> | Promise<AnswerOf<Name>>

/** One for each route of the table, no more and no less. */
export type Handlers = { [Name in HttpName]: Handler<Name> }

const handlers: Handlers = {
  health: ({ options }) => ({ healthy: true, version: options.version }),
  newTicket: issueTicket,
  logIn,
  logOut,
  info: infoOf,
  servers: listServers,
  opening: openSession,
  messages: readPage,
  pin: pinSession,
  choices: chooseFrom,
  promptHistory: ({ unsent }) => ({ prompts: unsent.history() }),
  keepUnsent,
  changeBudget: async ({ budgets }, { req }) => budgets.change(await readJsonBody(req)),
  preferences: ({ preferences }) => preferences.read(),
  changePreference: async ({ preferences }, { req }) => preferences.change(await readJsonBody(req)),
  changeHidden: async ({ hidden }, { req }) => hidden.change(await readJsonBody(req)),
  figures: readFigures,
  usage: countSessions,
  folders: readFolder,
  ...configurationHandlers,
  ...providerHandlers,
  ...environmentHandlers,
  terminalJobs: readJobs,
  gitWorktrees: readWorktrees,
  gitFile: readEarlier,
  gitCommit: commit,
  gitAct: actInWorktree,
  editor: openFile,
  credential: unlock,
  flood: letGo,
  daemon: manageDaemon,
  engine: askEngine,
  noApi: noRoute,
  noAuth: noRoute,
  app: serveApp,
}

/** Answers a request that the guard and the admission have let in. */
export async function answerRoute<Name extends HttpName>(
  console: Console,
  visit: Visit<Name>,
): Promise<void> {
  try {
    const body = await handlers[visit.name](console, visit)
    if (body !== undefined) await sendPackedJson(visit.req, visit.res, withoutSecrets(console, visit, body))
  } catch (error) {
    throw problemWithoutSecrets(console, visit, error)
  }
}

function issueTicket({ tickets, launchPages }: Console): AnswerOf<'newTicket'> {
  const issued = tickets.issue()
  launchPages.expect(issued)
  return issued
}

async function logIn(console: Console, { req, res }: Visit<'logIn'>): Promise<LoginAnswer> {
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
  return { ...infoOf(console), key }
}

async function logOut(console: Console, { req, res }: Visit<'logOut'>): Promise<void> {
  const session = console.sessionOf(req.headers, 'http')
  if (session !== null) await console.sessions.close(session)
  res.setHeader('set-cookie', setCookie(console.cookieName, '', console.options.base, 0))
  res.writeHead(204).end()
}

async function listServers({ discovery, fills }: Console): Promise<ServerInfo[]> {
  // Whoever asks wants to know now.
  fills.retry()
  // A wedged port may hold a look up for a second; what was known is good enough for a page that is told of changes anyway.
  await Promise.race([discovery.refresh(), setTimeout(LOOK_MS)])
  return discovery.list()
}

function readFigures({ discovery, figures, options }: Console, { params }: Visit<'figures'>): ServerFigures {
  const id = params.server
  if (!discovery.find(id)) throw unknownServer(id)
  const limitBytes = id === DAEMON_ID ? options.daemon.memoryLimit() : undefined
  const samples = id === DAEMON_ID ? figures.samples() : []
  return { everyMs: figures.everyMs, samples, ...(limitBytes && { limitBytes }) }
}

/** Of the managed daemon alone: another server may run elsewhere, in a container for one. */
function readFolder({ options }: Console, { params, query }: Visit<'folders'>): Promise<FolderLook> {
  if (params.server !== DAEMON_ID)
    throw new HttpProblem(404, 'elsewhere', 'The folders of this server cannot be looked at from here.')
  return lookAtFolder(query('path') ?? '', options.home, query('names') !== '0')
}

function readJobs({ discovery }: Console, { params, query }: Visit<'terminalJobs'>): Promise<TerminalJobs> {
  const view = discovery.find(params.server)
  if (!view) throw unknownServer(params.server)
  return readTerminalJobs(view.info, query('pids') ?? '')
}

async function unlock(console: Console, { req, params }: Visit<'credential'>): Promise<ServerInfo> {
  return giveCredential(console, params.server, await readJsonBody(req))
}

function manageDaemon({ actions }: Console, { params, query }: Visit<'daemon'>): Promise<DaemonActionResult> {
  return actions.run(params.action, query('force') === '1')
}

async function askEngine(console: Console, { req, res, params, rest }: Visit<'engine'>): Promise<void> {
  const path = enginePath(rest)
  if (path === null) throw new HttpProblem(400, 'bad-path', 'This path can be read in two ways.')
  const target = targetOf(console, params.server)
  await console.proxy.forward(
    req,
    res,
    target,
    path,
    await withEnvironment(console, params.server, req, path),
  )
}

function noRoute(): never {
  throw new HttpProblem(404, 'not-found', 'There is no such route.')
}

async function serveApp({ files }: Console, { req, res, rest }: Visit<'app'>): Promise<void> {
  await files.serve(req, res, rest.replace(/[?#].*$/s, ''))
}
