/** What the engine does for a folder beside talking: its index, its tools, its snapshots, and old sessions that go. */
import type { FormatterStatus, IndexingStatus, LspStatus } from '@kilocode/sdk/v2/client'
import type { PreparedSnapshot, Retention } from '@kilo-console/engine/edge/upkeep'
import { pathTo } from '../../../shared/paths.ts'
import { readAnswer } from '../answer.ts'
import { resolveUrl } from '../base.ts'
import { engine, type Result } from '../engine.ts'
import { request } from '../request.ts'

interface Place {
  serverId: string
  /** Empty: the folder that the server began in. */
  directory: string
}

const where = ({ directory }: Place) => (directory === '' ? {} : { directory })

/** The first question of a folder begins its index, where its settings say so. */
export const indexingStatus = (place: Place): Promise<IndexingStatus> =>
  readAnswer(place.serverId, 'indexing', engine(place.serverId).indexing.status(where(place)))

export const languageServers = (place: Place): Promise<LspStatus[]> =>
  readAnswer(place.serverId, 'languageServers', engine(place.serverId).lsp.status(where(place)))

export const formatters = (place: Place): Promise<FormatterStatus[]> =>
  readAnswer(place.serverId, 'formatters', engine(place.serverId).formatter.status(where(place)))

export const retention = (place: Place): Promise<Retention> =>
  readAnswer(place.serverId, 'retention', call(place, 'GET', '/kilocode/retention'))

/** Deletes what is older than its policy allows, now. Nothing where that is off. */
export const deleteOldSessions = (place: Place): Promise<Retention> =>
  readAnswer(place.serverId, 'retention', call(place, 'POST', '/kilocode/retention/run', { force: true }))

/** Takes as long as the folder is large. */
export const prepareSnapshot = (place: Place): Promise<PreparedSnapshot> =>
  readAnswer(place.serverId, 'preparedSnapshot', call(place, 'POST', '/kilocode/snapshot/prepare'))

/** The generated client is older than these (docs/engine.md). */
async function call(
  place: Place,
  method: 'GET' | 'POST',
  path: string,
  asked?: object,
): Promise<Result<unknown>> {
  const url = new URL(`${resolveUrl(pathTo('engine', { server: place.serverId }))}${path}`)
  if (place.directory !== '') url.searchParams.set('directory', place.directory)
  const response = await request(url, {
    method,
    redirect: 'error',
    ...(asked && { body: JSON.stringify(asked), headers: { 'content-type': 'application/json' } }),
  })
  const body: unknown = await response.json().catch(() => undefined)
  return response.ok ? { data: body, response } : { error: body, response }
}
