/** Which settings a change means: one whose path holds what may be a secret is named without that, and a file may write one in a short form. */
import type { ConfigurationChange, FieldChange } from '../../shared/configuration.ts'
import { HttpProblem } from '../http/problem.ts'
import type { Target } from '../http/proxy.ts'
import { couldNotRead } from '../servers/could-not-read.ts'
import type { MeantChange } from './asked-change.ts'
import { leavesOf, writtenPath } from './leaves.ts'
import { readOverlay } from './read-overlay.ts'
import { hasHidden, shownPath } from './shown-path.ts'

/** Throws 400 `bad-change` for one that is there no more, 502 `server-unreachable`. */
export async function meantPaths(
  target: Target,
  directory: string,
  { scope, changes }: ConfigurationChange,
): Promise<MeantChange[]> {
  if (changes.every(saysItAll)) return changes.map((change) => ({ ...change, written: change.path }))
  const { targets, effective = {} } = await readOverlay(target, scope, directory).catch((error: unknown) => {
    throw couldNotRead('The configuration', error)
  })
  const raw = targets[scope]?.raw ?? {}
  const told = changes.some(({ path }) => hasHidden(path)) ? toldPaths([raw, effective]) : undefined
  return changes.map((change) => meantIn(change, raw, told))
}

/** Paths by how they are told; the file's own first. */
function toldPaths(settings: readonly Record<string, unknown>[]): Map<string, readonly string[]> {
  const leaves = settings.flatMap((one) => [...leavesOf(one).values()])
  return new Map(leaves.toReversed().map(({ path }) => [JSON.stringify(shownPath(path)), path]))
}

const saysItAll = ({ path, value }: FieldChange): boolean =>
  !hasHidden(path) && !(value === undefined && path[0] === 'permission' && path[1] === '*')

function meantIn(
  { path, value }: FieldChange,
  raw: Record<string, unknown>,
  told: ReadonlyMap<string, readonly string[]> | undefined,
): MeantChange {
  if (!hasHidden(path)) return { path, value, written: value === undefined ? writtenPath(raw, path) : path }
  const meant = told?.get(JSON.stringify(path))
  if (!meant)
    throw new HttpProblem(400, 'bad-change', 'This setting is not there any more. Nothing was saved.')
  return { path: meant, value, written: meant }
}
