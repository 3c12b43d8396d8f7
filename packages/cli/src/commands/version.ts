import manifest from '../../package.json' with { type: 'json' }
import { findEngine } from '@kilo-console/daemon'
import { write } from '../output/write.ts'

/** Ours and the engine's; the engine is not run for it. */
export function version(): number {
  write(`kilo ${manifest.version}\nengine ${describeEngine()}`)
  return 0
}

function describeEngine(): string {
  try {
    const { version, path } = findEngine()
    return version || `of unknown version (${path})`
  } catch {
    return 'not found (kilo doctor)'
  }
}
