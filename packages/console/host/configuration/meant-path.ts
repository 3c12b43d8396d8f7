/** Which setting a change means: one whose path holds what may be a secret is named without that, and a file may write one in a short form. */
import { isDeepStrictEqual } from 'node:util'
import type { ConfigurationChange } from '../../shared/configuration.ts'
import { HttpProblem } from '../http/problem.ts'
import type { Target } from '../http/proxy.ts'
import { couldNotRead } from '../servers/could-not-read.ts'
import { leavesOf, writtenPath } from './leaves.ts'
import { readOverlay } from './read-overlay.ts'
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
  const { targets, effective = {} } = await readOverlay(target, scope, directory).catch((error: unknown) => {
    throw couldNotRead('The configuration', error)
  })
  const raw = targets[scope]?.raw ?? {}
  if (!hasHidden(path)) return { path, written: writtenPath(raw, path) }
  const all = [raw, effective].flatMap((settings) => [...leavesOf(settings).values()])
  const meant = all.find((leaf) => isDeepStrictEqual(shownPath(leaf.path), path))?.path
  if (!meant)
    throw new HttpProblem(400, 'bad-change', 'This setting is not there any more. Nothing was saved.')
  return { path: meant, written: meant }
}
