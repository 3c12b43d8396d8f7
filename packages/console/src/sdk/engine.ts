import type { KiloClient } from '@kilocode/sdk/v2/client'
import { deferred } from './deferred.ts'
import { ProblemError, problemOf } from './problem.ts'

const clients = new Map<string, KiloClient>()

const loadClient = () => import('./client.ts')

/** Loads the generated client before it is used for the first time. */
export async function preloadClient(): Promise<void> {
  await loadClient()
}

/** The generated client of one server; it is loaded with the first call. Name the `directory` with every call. */
export function engine(serverId: string): KiloClient {
  const known = clients.get(serverId)
  if (known) return known
  const client = deferred(async () => (await loadClient()).makeClient(serverId))
  clients.set(serverId, client)
  return client
}

export interface Result<T> {
  data?: T | undefined
  error?: unknown
  response?: Response | undefined
}

/** Waits for an SDK answer of which nothing is kept (`readAnswer` checks what is), or throws its error as `ProblemError` (`TypeError` when the host is gone). */
export async function unwrap<T>(call: Promise<Result<T>>): Promise<T> {
  const { data, error, response } = await call
  if (response?.ok) return data as T
  if (error instanceof TypeError) throw error
  throw new ProblemError(problemOf(error, response?.status), response?.status)
}
