import { fitting } from '@kilo-console/engine/edge/check'
import { connectedProviders, providerKey, type ProviderKey } from '@kilo-console/engine/edge/providers'
import { pathIn } from '../configuration/place.ts'
import type { Target } from '../http/proxy.ts'
import { couldNotRead } from '../servers/could-not-read.ts'
import { PATIENT_MS, readEngine } from '../servers/read-engine.ts'

/** What the engine proves itself with to a provider: it never leaves the host. Undefined: it is not connected. Throws 502 `server-unreachable`. */
export async function readKey(
  target: Target,
  directory: string,
  id: string,
): Promise<ProviderKey | undefined> {
  const path = pathIn('/config/providers', directory)
  const answer = await readEngine(target, path, undefined, PATIENT_MS).catch((error: unknown) => {
    throw couldNotRead('The providers', error)
  })
  const all = fitting(connectedProviders, answer)?.providers ?? []
  return all.flatMap((one) => fitting(providerKey, one) ?? []).find((one) => one.id === id)
}
