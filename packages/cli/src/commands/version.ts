import manifest from '../../package.json' with { type: 'json' }
import { findEngine } from '@kilo-console/daemon'
import { write } from '../output.ts'

/** Ours and the engine's; the engine is not run for it. */
export async function version(): Promise<number> {
  const engine = await findEngine().then(
    ({ version, path }) => version || `of unknown version (${path})`,
    () => 'not found (kilo doctor)',
  )
  write(`kilo ${manifest.version}\nengine ${engine}`)
  return 0
}
