import type {
  ConsoleInfo,
  DaemonAction,
  DaemonActionResult,
  FloodAction,
  LoginAnswer,
  ServerFigures,
  ServerInfo,
} from '../../shared/api.ts'
import type { FolderLook } from '../../shared/folders.ts'
import { apiPaths } from '../../shared/paths.ts'
import type { PermissionRules } from '../../shared/permission-rules.ts'
import type { ServerSnapshot } from '../../shared/snapshot.ts'
import type { TerminalJobs } from '../../shared/terminal-jobs.ts'
import { resolveUrl } from './base.ts'
import { keepLoginKey } from './login-key.ts'
import { ProblemError, problemOf } from './problem.ts'
import { request } from './request.ts'

/** Asks the host for JSON. Throws `ProblemError` for every answer that is not 2xx, `TypeError` when there is none. */
async function ask<T>(path: string, init?: { method: string; body?: unknown }): Promise<T> {
  const response = await request(resolveUrl(path), {
    method: init?.method ?? 'GET',
    // Nothing here redirects: who does is not the host.
    redirect: 'error',
    ...(init?.body === undefined
      ? {}
      : { body: JSON.stringify(init.body), headers: { 'content-type': 'application/json' } }),
  })
  const text = await response.text()
  const body: unknown = parse(text)
  if (!response.ok) throw new ProblemError(problemOf(body, response.status), response.status)
  return body as T
}

function parse(text: string): unknown {
  if (text === '') return undefined
  try {
    return JSON.parse(text)
  } catch {
    return text
  }
}

export const host = {
  /** Trades the one-time ticket of the launch URL for both halves of a login. */
  async logIn(ticket: string): Promise<void> {
    const { key } = await ask<LoginAnswer>(apiPaths.session, { method: 'POST', body: { ticket } })
    keepLoginKey(key)
  },
  async logOut(): Promise<void> {
    await ask<void>(apiPaths.session, { method: 'DELETE' })
    keepLoginKey(null)
  },
  info: () => ask<ConsoleInfo>(apiPaths.info),
  servers: () => ask<ServerInfo[]>(apiPaths.servers),
  snapshot: (serverId: string) => ask<ServerSnapshot>(apiPaths.snapshot(serverId)),
  /** `complete`: with the names of the folders that `typed` may become. */
  folder: (serverId: string, typed: string, complete = false) =>
    ask<FolderLook>(apiPaths.folders(serverId, typed, complete)),
  figures: (serverId: string) => ask<ServerFigures>(apiPaths.figures(serverId)),
  permissionRules: (serverId: string, directory: string) =>
    ask<PermissionRules[]>(apiPaths.permissionRules(serverId, directory)),
  terminalJobs: (serverId: string, pids: readonly number[]) =>
    ask<TerminalJobs>(apiPaths.terminalJobs(serverId, pids)),
  /** `force`: though sessions are working. */
  daemon: (action: DaemonAction, force: boolean) =>
    ask<DaemonActionResult>(apiPaths.daemon(action, force), { method: 'POST' }),
  endFlood: (ptyID: string, action: FloodAction) =>
    ask<void>(apiPaths.flood(ptyID, action), { method: 'POST' }),
  setCredential: (serverId: string, password: string) =>
    ask<void>(apiPaths.credential(serverId), { method: 'POST', body: { password } }),
}
