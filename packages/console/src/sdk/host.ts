import type { ConsoleInfo, DaemonAction, FloodAction } from '../../shared/api.ts'
import type { BudgetPatch } from '../../shared/budget.ts'
import type { WorktreeAct } from '../../shared/git.ts'
import { pathTo, type RouteValues } from '../../shared/paths.ts'
import type { PreferenceChange } from '../../shared/preferences.ts'
import type { AnswerOf } from '../../shared/route-answers.ts'
import { routes, type HttpName } from '../../shared/routes.ts'
import type { UnsentChange } from '../../shared/unsent.ts'
import { resolveUrl } from './base.ts'
import { keepLoginKey } from './login-key.ts'
import { ProblemError, problemOf } from './problem.ts'
import { request } from './request.ts'

/** Asks the host. Throws `ProblemError` for every answer that is not 2xx, `TypeError` when there is none. */
export async function ask<Name extends HttpName>(
  name: Name,
  values: RouteValues<Name>,
  body?: unknown,
  options: Pick<RequestInit, 'keepalive' | 'signal'> = {},
): Promise<AnswerOf<Name>> {
  const response = await request(resolveUrl(pathTo(name, values)), {
    method: routes[name].method,
    // Nothing here redirects: who does is not the host.
    redirect: 'error',
    ...options,
    ...(body === undefined
      ? {}
      : { body: JSON.stringify(body), headers: { 'content-type': 'application/json' } }),
  })
  const answer: unknown = parse(await response.text())
  if (!response.ok) throw new ProblemError(problemOf(answer, response.status), response.status)
  return answer as AnswerOf<Name>
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
  async logIn(ticket: string): Promise<ConsoleInfo> {
    const { key, ...info } = await ask('logIn', {}, { ticket })
    keepLoginKey(key)
    return info
  },
  async logOut(): Promise<void> {
    await ask('logOut', {})
    keepLoginKey(null)
  },
  info: () => ask('info', {}),
  servers: () => ask('servers', {}),
  /** `complete`: with the names of the folders that `path` may become. */
  folder: (server: string, path: string, complete = false) =>
    ask('folders', { server, path, names: complete ? undefined : '0' }),
  /** Undefined if nothing was heard of it since the place that is named, and only then. */
  opening: (server: string, session: string, limit: number, since?: string) =>
    ask('opening', { server, session, limit: String(limit), since }),
  messages: (server: string, session: string, limit: number, before?: string) =>
    ask('messages', { server, session, limit: String(limit), before }),
  pin: (server: string, session: string, pinned: boolean) => ask('pin', { server, session }, { pinned }),
  choices: (server: string, directory: string) => ask('choices', { server, directory }),
  promptHistory: () => ask('promptHistory', {}),
  /** Goes out even though the page is about to go, where browsers do that: up to 64 KB. */
  keepUnsent: (session: string, change: UnsentChange) =>
    ask('keepUnsent', { session }, change, { keepalive: JSON.stringify(change).length < 16_384 }),
  /** Answers the whole of it. */
  changeBudget: (patch: BudgetPatch) => ask('changeBudget', {}, patch),
  changePreference: (change: PreferenceChange) => ask('changePreference', {}, change),
  figures: (server: string) => ask('figures', { server }),
  usage: (server: string, cursor: string | undefined) => ask('usage', { server, cursor }),
  permissionRules: (server: string, directory: string) => ask('permissionRules', { server, directory }),
  worktrees: (server: string, directory: string) => ask('gitWorktrees', { server, directory }),
  /** That one alone; undefined: it is gone. */
  worktree: async (server: string, directory: string) => {
    const [one] = await ask('gitWorktrees', { server, directory, one: '1' })
    return one
  },
  /** Throws with a sentence where it cannot be done; then nothing has changed. */
  actOnWorktree: (server: string, directory: string, act: WorktreeAct) =>
    ask('gitAct', { server, directory, act }, {}),
  commit: (server: string, directory: string, commit: { message: string; files: string[] }) =>
    ask('gitCommit', { server, directory }, commit),
  /** As it was committed last, in Base64; null: it was not there. */
  earlierFile: (server: string, directory: string, path: string) =>
    ask('gitFile', { server, directory, path }),
  openInEditor: (server: string, directory: string, path: string, line: number) =>
    ask('editor', { server, directory, path, line: String(line) }, {}),
  terminalJobs: (server: string, pids: readonly number[]) =>
    ask('terminalJobs', { server, pids: pids.join(',') }),
  /** `force`: though sessions are working. */
  daemon: (action: DaemonAction, force: boolean) => ask('daemon', { action, force: force ? '1' : undefined }),
  endFlood: (pty: string, act: FloodAction) => ask('flood', { pty, act }),
  setCredential: async (server: string, password: string, username: string) => {
    await ask('credential', { server }, { password, ...(username !== '' && { username }) })
  },
}
