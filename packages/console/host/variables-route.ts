/** Which variables a server has. Never what is in them. */
import { DAEMON_ID } from '../shared/api.ts'
import type { Variables, VariableState } from '../shared/variables.ts'
import type { Console } from './console.ts'
import type { Visit } from './routes.ts'
import type { Environment } from './secrets/sources.ts'
import { unknownServer } from './target-of.ts'

/** A configuration refers to a few. */
const MOST_NAMES = 100

export async function readVariables(
  { discovery, options: { daemon } }: Console,
  { params, query }: Visit<'variables'>,
): Promise<Variables> {
  const view = discovery.find(params.server)
  if (!view) throw unknownServer(params.server)
  const { id, pid } = view.info
  const env = id === DAEMON_ID && pid !== undefined ? await daemon.environment(pid) : undefined
  const names = (query('names') ?? '').split(',').filter(Boolean).slice(0, MOST_NAMES)
  return Object.fromEntries(names.map((name) => [name, variableState(name, env, daemon.ownEnvironment)]))
}

/** PURE. An empty one is as good as none: the engine takes it for an empty key. */
export function variableState(name: string, env: Environment | undefined, ours: Environment): VariableState {
  if (!env) return 'unknown'
  if (env.get(name)) return 'set'
  return ours.get(name) ? 'after-restart' : 'unset'
}
