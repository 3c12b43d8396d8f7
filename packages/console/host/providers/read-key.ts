import { bagOf } from '@kilo-console/engine/edge/bounds'
import { fitting } from '@kilo-console/engine/edge/check'
import { connectedProviders, providerKey, type ProviderKey } from '@kilo-console/engine/edge/providers'
import { pathIn } from '../configuration/place.ts'
import type { Target } from '../http/proxy.ts'
import { couldNotRead } from '../servers/could-not-read.ts'
import { PATIENT_MS, readEngine } from '../servers/read-engine.ts'

/**
 * What the engine proves itself with to a provider, or would once it is connected: it never leaves the host. Undefined: there is none of this name. Throws
 * 502 `server-unreachable`.
 */
export async function readKey(
  target: Target,
  directory: string,
  id: string,
): Promise<ProviderKey | undefined> {
  const read = (path: string) =>
    readEngine(target, pathIn(path, directory), undefined, PATIENT_MS).catch((error: unknown) => {
      throw couldNotRead('The providers', error)
    })
  const all = fitting(connectedProviders, await read('/config/providers'))?.providers ?? []
  const connected = all.flatMap((one) => fitting(providerKey, one) ?? []).find((one) => one.id === id)
  if (connected) return connected
  const written = bagOf(bagOf(await read('/config'))['provider'])
  const own = Object.hasOwn(written, id) ? bagOf(written[id]) : undefined
  return own && fitting(providerKey, { id, options: bagOf(own['options']) })
}
