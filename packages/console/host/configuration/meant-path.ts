/** Which setting a change means: one whose path holds what may be a secret is named without that, and a file may write one in a short form. */
import { fitting } from '@kilo-console/engine/edge/check'
import { configOverlay } from '@kilo-console/engine/edge/configuration'
import { isDeepStrictEqual } from 'node:util'
import type { ConfigurationChange } from '../../shared/configuration.ts'
import { HttpProblem } from '../http/problem.ts'
import type { Target } from '../http/proxy.ts'
import { couldNotRead } from '../servers/could-not-read.ts'
import { PATIENT_MS, readEngine } from '../servers/read-engine.ts'
import { leavesOf, writtenPath } from './leaves.ts'
import { pathIn } from './place.ts'
import { hasHidden, shownPath } from './shown-path.ts'

interface Meant {
  path: readonly string[]
  /** As the file has it. */
  written: readonly string[]
}

/** Throws 400 `bad-change` for one that is there no more, 502 `server-unreachable`. */
export async function meantPath(
  target: Target,
  directory: string,
  { scope, path, value }: ConfigurationChange,
): Promise<Meant> {
  const isOfAll = value === undefined && path[0] === 'permission' && path[1] === '*'
  if (!hasHidden(path) && !isOfAll) return { path, written: path }
  const where = pathIn('/config/overlay', directory)
  const asked = `${where}${where.includes('?') ? '&' : '?'}scope=${scope}`
  const answer = await readEngine(target, asked, undefined, PATIENT_MS).catch((error: unknown) => {
    throw couldNotRead('The configuration', error)
  })
  const overlay = fitting(configOverlay, answer)
  const raw = overlay?.targets[scope].raw ?? {}
  if (!hasHidden(path)) return { path, written: writtenPath(raw, path) }
  const all = [raw, overlay?.effective ?? {}].flatMap((settings) => [...leavesOf(settings).values()])
  const meant = all.find((leaf) => isDeepStrictEqual(shownPath(leaf.path), path))?.path
  if (!meant)
    throw new HttpProblem(400, 'bad-change', 'This setting is not there any more. Nothing was saved.')
  return { path: meant, written: meant }
}
