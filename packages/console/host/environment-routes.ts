/** The environment of a project's terminals: set by a page, and given to the engine with each terminal that a page opens. */
import type { IncomingMessage } from 'node:http'
import { inDirectory } from '@kilo-console/daemon'
import { fitting } from '@kilo-console/engine/edge/check'
import { parseBounded } from '@kilo-console/engine/edge/bounded-json'
import { bagOf } from '@kilo-console/engine/edge/bounds'
import { jsonLimits } from '@kilo-console/engine/edge/limits'
import { project } from '@kilo-console/engine/edge/project'
import { DAEMON_ID, NO_PROJECT } from '../shared/api.ts'
import type { TerminalEnvironment } from '../shared/terminal-environment.ts'
import type { Console } from './console.ts'
import { askedFor } from './http/asked.ts'
import { readJsonBody } from './http/body.ts'
import { HttpProblem } from './http/problem.ts'
import type { Visit } from './routes.ts'
import { couldNotRead } from './servers/could-not-read.ts'
import { PATIENT_MS, readEngine } from './servers/read-engine.ts'
import { targetOf } from './target-of.ts'

/** A value, each letter as an escape. */
const MOST_BYTES = 64 * 1024

/** Worktrees and clones share their project's; what is in no repository has its own. Throws 502 `server-unreachable`. */
async function placeOf(console: Console, directory: string): Promise<string> {
  const current = await readEngine(
    targetOf(console, DAEMON_ID),
    inDirectory('/project/current', directory),
    undefined,
    PATIENT_MS,
  ).catch((error: unknown) => {
    throw couldNotRead('The project', error)
  })
  const id = fitting(project, current)?.id
  return id === undefined || id === NO_PROJECT ? `folder ${directory}` : `project ${id}`
}

/** Another server may be another one tomorrow, on the same port: no secret is kept for it. */
function askedFolder(server: string, directory: string | null): string {
  if (server !== DAEMON_ID)
    throw new HttpProblem(404, 'elsewhere', 'Only terminals of the managed daemon get variables.')
  if (!directory?.startsWith('/') || directory.includes('\0'))
    throw new HttpProblem(400, 'bad-directory', 'This is no folder.')
  return directory
}

async function readNames(
  console: Console,
  { params, query }: Visit<'terminalEnvironment'>,
): Promise<TerminalEnvironment> {
  const directory = askedFolder(params.server, query('directory'))
  return console.environments.names(await placeOf(console, directory))
}

async function changeOne(
  console: Console,
  { req, params, query }: Visit<'changeTerminalEnvironment'>,
): Promise<TerminalEnvironment> {
  const directory = askedFolder(params.server, query('directory'))
  const change = await readJsonBody(req, MOST_BYTES)
  return console.environments.change(await placeOf(console, directory), change)
}

export const environmentHandlers = {
  terminalEnvironment: readNames,
  changeTerminalEnvironment: changeOne,
}

/** What puts a folder's variables into the request that opens a terminal there; undefined for all others. */
export async function withEnvironment(
  console: Console,
  server: string,
  req: IncomingMessage,
  path: string,
): Promise<((body: Buffer) => Buffer) | undefined> {
  const { method, route, directory } = askedFor(req, path)
  if (server !== DAEMON_ID || method !== 'POST' || route !== '/pty' || directory === undefined)
    return undefined
  if (req.headers['content-encoding'] !== undefined || console.environments.isEmpty()) return undefined
  const env = console.environments.of(await placeOf(console, directory))
  return Object.keys(env).length === 0 ? undefined : (body) => opened(body, env)
}

/** PURE. What somebody gives this one terminal counts more. What is no JSON is the engine's to refuse. */
export function opened(body: Buffer, env: Readonly<Record<string, string>>): Buffer {
  const given = parsed(body.length === 0 ? '{}' : body.toString('utf8'))
  if (typeof given !== 'object' || given === null || Array.isArray(given)) return body
  return Buffer.from(JSON.stringify({ ...given, env: { ...env, ...bagOf(bagOf(given)['env']) } }))
}

function parsed(text: string): unknown {
  try {
    return parseBounded(text, jsonLimits.hostValues)
  } catch {
    return undefined
  }
}
