import { pathTo } from '../../shared/paths.ts'
import { resolveUrl } from './base.ts'
import { ProblemError, problemOf } from './problem.ts'
import { request } from './request.ts'

/**
 * Has the engine go on with an answer that was cut off, `messageId`: as a new message, told to look at what is done already. The generated
 * client is older than this route (docs/engine.md). Throws `ProblemError` as `unwrap` does.
 */
export async function resumeSession(
  { serverId, sessionId, directory }: { serverId: string; sessionId: string; directory: string },
  messageId: string,
): Promise<void> {
  const url = new URL(
    `${resolveUrl(pathTo('engine', { server: serverId }))}/kilocode/session/${encodeURIComponent(sessionId)}/resume`,
  )
  if (directory !== '') url.searchParams.set('directory', directory)
  const response = await request(url, {
    method: 'POST',
    body: JSON.stringify({ messageID: messageId }),
    headers: { 'content-type': 'application/json' },
    redirect: 'error',
  })
  if (response.ok) return
  const body: unknown = await response.json().catch(() => undefined)
  throw new ProblemError(problemOf(body, response.status), response.status)
}
