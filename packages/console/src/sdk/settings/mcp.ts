/** MCP servers of one folder. Everything that connects them waits for them: each call has its own limit. */
import type { McpResource } from '@kilocode/sdk/v2/client'
import type { KnownCommand } from '@kilo-console/engine/edge/commands'
import type { McpLogin, McpSettings, McpState } from '@kilo-console/engine/edge/mcp'
import { readAnswer } from '../answer.ts'
import { engine, unwrap } from '../engine.ts'
import { inTime } from '../in-time.ts'

export interface McpPlace {
  serverId: string
  /** Empty: the folder that the server began in. */
  directory: string
}

/** The first question connects all of them, each within its own limit: half a minute, if nobody says otherwise. */
const CONNECT_MS = 90_000
const QUICK_MS = 20_000
/** The engine waits five minutes for somebody to come back. */
const LOGIN_MS = 310_000

const where = ({ directory }: McpPlace) => (directory === '' ? {} : { directory })

/** How they all are. Connects those that are not yet. */
export function mcpStates(place: McpPlace): Promise<Record<string, McpState>> {
  return inTime(CONNECT_MS, 'Not every server has answered', (options) =>
    readAnswer(place.serverId, 'mcpStates', engine(place.serverId).mcp.status(where(place), options)),
  )
}

/** What is in force of their settings, without what is secret in it. */
export function mcpSettings(place: McpPlace): Promise<Record<string, McpSettings>> {
  return readAnswer(place.serverId, 'mcpSettings', engine(place.serverId).config.get(where(place)))
}

/** What the files say that changes go to; what is secret has a mark instead. */
export function mcpInFiles(place: McpPlace, scope: 'global' | 'project') {
  const call = engine(place.serverId).config.overlay({ ...where(place), scope })
  return readAnswer(place.serverId, 'mcpInFiles', call)
}

export async function mcpPrompts(place: McpPlace): Promise<KnownCommand[]> {
  const call = engine(place.serverId).command.list(where(place))
  return (await readAnswer(place.serverId, 'commands', call)).filter(({ source }) => source === 'mcp')
}

export function mcpResources(place: McpPlace): Promise<McpResource[]> {
  const call = engine(place.serverId).experimental.resource.list(where(place))
  return readAnswer(place.serverId, 'mcpResources', call)
}

/** Resolves when it is connected, or is not: its state says which. */
export async function connectMcp(place: McpPlace, name: string): Promise<void> {
  await inTime(CONNECT_MS, 'It didn’t connect', (options) =>
    unwrap(engine(place.serverId).mcp.connect({ ...where(place), name }, options)),
  )
}

export async function disconnectMcp(place: McpPlace, name: string): Promise<void> {
  await inTime(QUICK_MS, 'It didn’t disconnect', (options) =>
    unwrap(engine(place.serverId).mcp.disconnect({ ...where(place), name }, options)),
  )
}

/** Forgets how it logged in. What is connected stays so. */
export async function forgetMcpLogin(place: McpPlace, name: string): Promise<void> {
  await unwrap(engine(place.serverId).mcp.auth.remove({ ...where(place), name }))
}

/** Begins a login that nobody waits for at the engine: its code comes by `finishMcpLogin`. */
export function beginMcpLogin(place: McpPlace, name: string): Promise<McpLogin> {
  return inTime(QUICK_MS, 'The server didn’t say where to log in', (options) =>
    readAnswer(
      place.serverId,
      'mcpLogin',
      engine(place.serverId).mcp.auth.start({ ...where(place), name }, options),
    ),
  )
}

/**
 * Has the engine open the page to log in at in a browser of its machine, and wait until somebody comes back from there. Where it can't, the event
 * `mcp.browser.open.failed` names that page.
 */
export function awaitMcpLogin(place: McpPlace, name: string, gone: AbortSignal): Promise<McpState> {
  const call = (options: { signal: AbortSignal }) =>
    readAnswer(
      place.serverId,
      'mcpState',
      engine(place.serverId).mcp.auth.authenticate({ ...where(place), name }, options),
    )
  return inTime(LOGIN_MS, 'Nobody has logged in', call, gone)
}

export function finishMcpLogin(place: McpPlace, name: string, code: string): Promise<McpState> {
  return inTime(CONNECT_MS, 'The login was not finished', (options) =>
    readAnswer(
      place.serverId,
      'mcpState',
      engine(place.serverId).mcp.auth.callback({ ...where(place), name, code }, options),
    ),
  )
}
