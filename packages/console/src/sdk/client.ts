/** The generated client, in a chunk of its own: a quarter of the code, and nothing of it is needed until the roster stands. */
import { createKiloClient, type KiloClient } from '@kilocode/sdk/v2/client'
import { pathTo } from '../../shared/paths.ts'
import { resolveUrl } from './base.ts'
import { requestBounded } from './bounded-answer.ts'

/** Of one server, through the host's proxy. */
export function makeClient(serverId: string): KiloClient {
  return createKiloClient({
    baseUrl: resolveUrl(pathTo('engine', { server: serverId })),
    redirect: 'error',
    fetch: requestBounded,
  })
}
