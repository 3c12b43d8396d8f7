/** What is in force, and the files that changes go to, as far as the engine tells. */
import { fitting } from '@kilo-console/engine/edge/check'
import { configOverlay, type ConfigOverlay, type ConfigScope } from '@kilo-console/engine/edge/configuration'
import type { Target } from '../http/proxy.ts'
import { EngineRefusal, PATIENT_MS, readEngine } from '../servers/read-engine.ts'
import { pathIn } from './place.ts'

export interface Overlay {
  targets: Partial<ConfigOverlay['targets']>
  /** Absent: it is told elsewhere. */
  effective?: ConfigOverlay['effective']
}

/** Rejects where the engine does not answer, or not as it should. */
export async function readOverlay(target: Target, scope: ConfigScope, directory: string): Promise<Overlay> {
  const overlay = await ask(target, scope, directory)
  if (overlay) return { targets: overlay.targets, effective: overlay.effective }
  // A broken file of the project is none of the global ones.
  const outside = scope === 'global' && directory !== '' ? await ask(target, scope, '') : undefined
  return { targets: outside ? { global: outside.targets.global } : {} }
}

/** Undefined: it refuses, for a file is broken that a change may go to, of either scope. */
async function ask(
  target: Target,
  scope: ConfigScope,
  directory: string,
): Promise<ConfigOverlay | undefined> {
  const path = pathIn('/config/overlay', directory)
  try {
    const asked = `${path}${path.includes('?') ? '&' : '?'}scope=${scope}`
    const answer = fitting(configOverlay, await readEngine(target, asked, undefined, PATIENT_MS))
    if (!answer) throw new Error('the engine’s answer is not what it should be')
    return answer
  } catch (error) {
    if (error instanceof EngineRefusal && error.status === 400) return undefined
    throw error
  }
}
