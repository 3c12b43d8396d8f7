import { setTimeout } from 'node:timers/promises'
import { fitting, fittingOnes, type Dropped } from '@kilo-console/engine/edge/check'
import { integration, integrations } from '@kilo-console/engine/edge/providers'
import { hostLimits } from '@kilo-console/engine/edge/limits'
import type { CatalogueEntry } from '../../shared/providers.ts'
import { pathIn } from '../configuration/place.ts'
import type { Target } from '../http/proxy.ts'
import { couldNotRead } from '../servers/could-not-read.ts'
import { PATIENT_MS, readEngine } from '../servers/read-engine.ts'

/** An engine that has just opened a folder has no catalogue yet, and answers that there is none. */
const AGAIN_MS = 250
const TRIES = 8

/** The providers that need nothing but a key, by name: 29 KB, where `/provider` has six megabytes. Throws 502 `server-unreachable`. */
export async function readCatalogue(
  target: Target,
  directory: string,
  dropped: Dropped,
): Promise<CatalogueEntry[]> {
  const path = pathIn('/api/integration', directory)
  try {
    for (let tries = 1; ; tries += 1) {
      const answer = fitting(integrations, await readEngine(target, path, undefined, PATIENT_MS))
      if (answer && answer.data.length === 0 && tries < TRIES) await setTimeout(AGAIN_MS)
      else return entriesOf(answer?.data, dropped)
    }
  } catch (error) {
    throw couldNotRead('The catalogue', error)
  }
}

function entriesOf(data: unknown, dropped: Dropped): CatalogueEntry[] {
  return fittingOnes(integration, data, hostLimits.items, dropped)
    .map(({ id, name, methods }) => ({
      id,
      name,
      env: methods.flatMap((method) => (method.type === 'env' ? (method.names ?? []) : [])),
    }))
    .toSorted((a, b) => a.name.localeCompare(b.name))
}
