/** PURE: whose configuration is meant. */
import { inDirectory } from '@kilo-console/daemon'
import type { ConfigScope } from '@kilo-console/engine/edge/configuration'
import { HttpProblem } from '../http/problem.ts'

/** Throws 400 `bad-place`. */
export function scopeOf(scope: string | null, directory: string): ConfigScope {
  if (scope !== 'global' && scope !== 'project')
    throw new HttpProblem(400, 'bad-place', 'Settings are global, or of a project.')
  checkPlace(scope, directory)
  return scope
}

/** Without a folder the engine would take its own for the project. Throws 400 `bad-place`. */
export function checkPlace(scope: ConfigScope, directory: string): void {
  if (scope === 'project' && directory === '')
    throw new HttpProblem(400, 'bad-place', 'Which project’s settings these are is not said.')
}

/** The engine's own folder is meant where none is named. */
export function pathIn(path: string, directory: string): string {
  return directory === '' ? path : inDirectory(path, directory)
}
