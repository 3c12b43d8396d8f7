import { pathTo } from '../../../shared/paths.ts'
import { readAnswer } from '../answer.ts'
import { resolveUrl } from '../base.ts'
import { engine, unwrap } from '../engine.ts'
import { ProblemError, problemOf } from '../problem.ts'
import { request } from '../request.ts'

interface Place {
  serverId: string
  directory: string
}

/** What the engine makes an agent's file of. */
export interface AgentDraft {
  id: string
  scope: 'global' | 'project'
  description?: string
  mode: 'primary' | 'subagent' | 'all'
  model?: string
  color?: string
  steps?: number
  permission?: Record<string, unknown>
  prompt: string
}

/** The file as it would be written, and where. Throws `ProblemError`. */
export const previewAgent = ({ serverId, directory }: Place, draft: AgentDraft) =>
  readAnswer(
    serverId,
    'agentPreview',
    engine(serverId).agentBuilder.preview({ ...within(directory), ...draft }),
  )

/** Writes it over whatever is there, and sets the folder up anew. Throws `ProblemError`. */
export async function saveAgent({ serverId, directory }: Place, { id, ...draft }: AgentDraft): Promise<void> {
  await unwrap(
    engine(serverId).agentBuilder.save({ ...within(directory), path_id: id, body_id: id, ...draft }),
  )
}

export const removeAgent = (place: Place, name: string, scope: AgentDraft['scope']): Promise<void> =>
  post(place, '/kilocode/agent/remove', { name, scope })

export const removeCommand = (place: Place, location: string): Promise<void> =>
  post(place, '/kilocode/command/remove', { location })

/** The generated client is older than these (docs/engine.md). Throws `ProblemError` as `unwrap` does. */
async function post({ serverId, directory }: Place, path: string, asked: object): Promise<void> {
  const url = new URL(`${resolveUrl(pathTo('engine', { server: serverId }))}${path}`)
  if (directory !== '') url.searchParams.set('directory', directory)
  const response = await request(url, {
    method: 'POST',
    body: JSON.stringify(asked),
    headers: { 'content-type': 'application/json' },
    redirect: 'error',
  })
  if (response.ok) return
  const body: unknown = await response.json().catch(() => undefined)
  throw new ProblemError(problemOf(body, response.status), response.status)
}

const within = (directory: string) => (directory === '' ? {} : { directory })
