/**
 * The rules for permissions that a directory has. Read here and not by the page: the engine's answer holds the whole configuration, keys in
 * clear among it (docs/engine.md).
 */
import { inDirectory } from '@kilo-console/daemon'
import type { PermissionRule, PermissionRules } from '../../shared/permission-rules.ts'
import type { Target } from '../http/proxy.ts'
import { couldNotRead } from '../servers/could-not-read.ts'
import { readEngine } from '../servers/read-engine.ts'

/** Throws 502 `server-unreachable`. */
export async function readPermissionRules(target: Target, directory: string): Promise<PermissionRules[]> {
  try {
    return permissionRulesIn(
      await readEngine(target, `${inDirectory('/config/overlay', directory)}&scope=project`),
    )
  } catch (error) {
    throw couldNotRead('The rules for permissions', error)
  }
}

/** Pure. What is not a rule is left out. */
export function permissionRulesIn(overlay: unknown): PermissionRules[] {
  const list = bagOf(bagOf(overlay)['collections'])['permission']
  if (!Array.isArray(list)) return []
  return list.map(bagOf).flatMap(({ key, global, local }): PermissionRules[] => {
    const [inGlobal, inProject] = [ruleOf(global), ruleOf(local)]
    if (typeof key !== 'string') return []
    return [
      { permission: key, ...(inGlobal && { global: inGlobal }), ...(inProject && { project: inProject }) },
    ]
  })
}

function ruleOf(value: unknown): PermissionRule | undefined {
  if (typeof value === 'string') return value
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return undefined
  const actions = Object.entries(value).filter(
    (entry): entry is [string, string] => typeof entry[1] === 'string',
  )
  return Object.fromEntries(actions)
}

const bagOf = (value: unknown): Record<string, unknown> =>
  typeof value === 'object' && value !== null ? (value as Record<string, unknown>) : {}
