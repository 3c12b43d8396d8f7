/** What is in force, where it comes from and what the engine passed over, of a folder or of all. */
import { fitting, fittingOnes, type Dropped } from '@kilo-console/engine/edge/check'
import {
  configPlace,
  configPlaces,
  configWarning,
  type ConfigOverlay,
  type ConfigPlace,
  type ConfigScope,
  type ConfigWarning,
} from '@kilo-console/engine/edge/configuration'
import { bag } from '@kilo-console/engine/edge/bounds'
import type { Configuration, ConfigurationTarget } from '../../shared/configuration.ts'
import type { Target } from '../http/proxy.ts'
import { couldNotRead } from '../servers/could-not-read.ts'
import { PATIENT_MS, readEngine } from '../servers/read-engine.ts'
import { fieldsOf } from './fields.ts'
import { lookAtFiles } from './look-at-files.ts'
import { pathIn } from './place.ts'
import { readOverlay } from './read-overlay.ts'
import { sourcesOf } from './sources.ts'
import { skippedFiles, tellWarnings } from './warnings.ts'

const MOST_PLACES = 500

export interface Asked {
  target: Target
  scope: ConfigScope
  /** Empty: no project's. */
  directory: string
  /** Whether its files are this machine's. */
  isHere: boolean
  /** When this run of the server began, Unix milliseconds; undefined: not known. */
  startedAt?: number | undefined
  dropped: Dropped
}

interface Told {
  /** The files that changes go to, as far as the engine tells: of none where one is broken. */
  targets: Partial<ConfigOverlay['targets']>
  effective: Record<string, unknown>
  places: ConfigPlace[]
  warnings: ConfigWarning[]
}

/** Nothing that may be a secret is in it. Throws 502 `server-unreachable`. */
export async function readConfiguration(asked: Asked): Promise<Configuration> {
  const { targets, effective, places, warnings } = await askFor(asked).catch((error: unknown) => {
    throw couldNotRead('The configuration', error)
  })
  const looks = await lookAtFiles(asked.isHere ? places.flatMap(({ path }) => path ?? []) : [])
  const target = targets[asked.scope]
  const sources = sourcesOf(places, looks, skippedFiles(warnings), asked.startedAt)
  const told = Object.values(targets)
  return {
    scope: asked.scope,
    ...(target && { target: withoutContent(target) }),
    sources,
    ...fieldsOf({ effective, sources, looks, told, ...(target && { target }) }),
    warnings: tellWarnings(warnings, looks),
  }
}

export function withoutContent({
  path,
  revision,
  exists,
  writable,
}: ConfigurationTarget): ConfigurationTarget {
  return { path, revision, exists, writable }
}

async function askFor({ target, scope, directory, dropped }: Asked): Promise<Told> {
  const read = (path: string) => readEngine(target, pathIn(path, directory), undefined, PATIENT_MS)
  const [{ targets, effective }, places, warnings] = await Promise.all([
    readOverlay(target, scope, directory),
    read('/config/sources'),
    read('/config/warnings'),
  ])
  return {
    targets,
    effective: effective ?? whole(fitting(bag, await read('/config'))),
    places: fittingOnes(configPlace, whole(fitting(configPlaces, places)).sources, MOST_PLACES, dropped),
    warnings: fittingOnes(configWarning, warnings, MOST_PLACES, dropped),
  }
}

function whole<T>(value: T | undefined): T {
  if (value === undefined) throw new Error('the engine’s answer is not what it should be')
  return value
}
