import { VERSION } from '@kilo-console/console/shared/version'
import { findEngine } from '@kilo-console/daemon'
import { write } from '../output/write.ts'

/** Ours and the engine's; the engine is not run for it. */
export function version(): number {
  write(`kilo ${VERSION}\nengine ${describeEngine()}`)
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
