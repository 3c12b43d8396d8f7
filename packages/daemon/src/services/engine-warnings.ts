import { askEngine } from './engine-reads.ts'
import type { Service } from './service.ts'
import { readState } from '../state/state-file.ts'
import { type EngineState } from '../state/state.ts'
import { isRecord } from '../validate.ts'

export interface EngineWarning {
  path: string
  message: string
}

const TIMEOUT_MS = 3000
/** Always said of the folder that a daemon runs in; nobody can or need do anything about it. */
const USUAL = /^Automatic indexing is disabled in home/

/**
 * What the engine found wrong in its configuration: `GET /config/warnings`. `pid`: the process that was just identified (faults.md 18).
 * Its `detail` may quote what stands in the file, keys too, and is left out. Undefined: it did not say.
 */
export async function engineWarnings(
  service: Service<EngineState>,
  pid: number,
): Promise<EngineWarning[] | undefined> {
  const read = await readState(service)
  if (read.kind !== 'ok' || read.state.pid !== pid) return undefined
  const list = await askEngine(read.state, '/config/warnings', { timeoutMs: TIMEOUT_MS })
  if (!Array.isArray(list)) return undefined
  return list.flatMap((warning: unknown) => {
    if (!isRecord(warning)) return []
    const [path, message] = [String(warning['path']), String(warning['message'])]
    return USUAL.test(message) ? [] : [{ path, message }]
  })
}
