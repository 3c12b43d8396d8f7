import { createKiloClient, type KiloClient } from '@kilocode/sdk/v2/client'
import { apiPaths } from '../../shared/paths.ts'
import { resolveUrl } from './base.ts'
import { ProblemError, problemOf } from './problem.ts'
import { request } from './request.ts'

const clients = new Map<string, KiloClient>()

/** The generated client of one server, through the host's proxy. Name the `directory` with every call. */
export function engine(serverId: string): KiloClient {
  const known = clients.get(serverId)
  if (known) return known
  const client = createKiloClient({
    baseUrl: resolveUrl(apiPaths.engine(serverId)),
    redirect: 'error',
    fetch: request,
  })
  clients.set(serverId, client)
  return client
}

interface Result<T> {
  data?: T | undefined
  error?: unknown
  response?: Response | undefined
}

/** Takes the data out of an SDK answer, or throws its error as `ProblemError` (`TypeError` when the host is gone). */
export async function unwrap<T>(call: Promise<Result<T>>): Promise<T> {
  const { data, error, response } = await call
  if (response?.ok) return data as T
  if (error instanceof TypeError) throw error
  throw new ProblemError(problemOf(error, response?.status), response?.status)
}
