import { readEnvironment } from './proc.ts'
import type { Place } from '../place.ts'
import { isPort, isRecord } from '../validate.ts'

/** Every service that we spawn carries this in its environment: which state file speaks of it, where it listens, which start it was. */
const MARK = 'KILO_CONSOLE_SERVICE'

export interface EnvMarker extends Place {
  file: string
  nonce: string
}

export function markerEnvironment(mark: EnvMarker): NodeJS.ProcessEnv {
  return { [MARK]: JSON.stringify(mark) }
}

/** As it stands in a process's environment; undefined when it has none, or is not ours to read. Children inherit it. */
export async function readMarker(pid: number): Promise<string | undefined> {
  return markerOf(await readEnvironment(pid))
}

export function markerOf(environment: ReadonlyMap<string, string> | undefined): string | undefined {
  return environment?.get(MARK)
}

export function parseMarker(text = ''): EnvMarker | undefined {
  try {
    const mark: unknown = JSON.parse(text)
    if (!isRecord(mark) || !isPort(mark['port'])) return undefined
    const { file, nonce, hostname, port } = mark
    if (typeof file !== 'string' || typeof nonce !== 'string' || typeof hostname !== 'string')
      return undefined
    return { file, nonce, hostname, port }
  } catch {
    return undefined
  }
}
