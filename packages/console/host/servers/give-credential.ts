/** A password for a locked server: tried first, kept only when it fits. */
import { listeningProcess } from '@kilo-console/daemon'
import type { ServerInfo } from '../../shared/api.ts'
import { HttpProblem } from '../http/problem.ts'
import type { Credentials } from './credentials.ts'
import type { Discovery } from './discovery.ts'
import { askPort } from './other-servers.ts'

/** Of the engines of Kilo and of opencode, as they come. */
const USERNAMES = ['kilo', 'opencode']

/** Takes `{password, username?}`. Gives the server as it is afterwards. Throws 400, 403 `wrong-password`, 404, 409. */
export async function giveCredential(
  { discovery, credentials }: { discovery: Discovery; credentials: Credentials },
  id: string,
  body: Record<string, unknown>,
): Promise<ServerInfo> {
  const { password, username } = body
  if (
    typeof password !== 'string' ||
    password === '' ||
    (username !== undefined && (typeof username !== 'string' || username.includes(':')))
  ) {
    throw new HttpProblem(
      400,
      'bad-credential',
      'Send { "password": "…" }, and "username" if it is neither kilo nor opencode.',
    )
  }
  const view = discovery.find(id)
  if (!view) throw new HttpProblem(404, 'unknown-server', `There is no server "${id}".`)
  const { port, url, kind } = view.info
  if (kind !== 'locked') throw new HttpProblem(409, 'not-locked', 'This server wants no password from you.')
  // Looked up first: what answers to the password below is this very process.
  const owner = (await listeningProcess(port)) ?? {}
  for (const name of username === undefined ? USERNAMES : [username]) {
    const credential = { username: name, password, url, owner }
    const found = await askPort(port, credential)
    if (found?.info.health !== 'healthy') continue
    await credentials.keep(id, credential)
    await discovery.refresh()
    return discovery.list().find((info) => info.id === id) ?? found.info
  }
  throw new HttpProblem(403, 'wrong-password', 'The server refuses this password.')
}
