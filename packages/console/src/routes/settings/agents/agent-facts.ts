/** PURE: where an agent comes from, and what of it can be written. */
import type { ShownAgent } from '../../../../shared/agents.ts'
import { shownText, type Configuration } from '../../../../shared/configuration.ts'
import type { AgentDraft } from '../../../sdk/settings/agent-files.ts'

/** `built-in`: the engine's own, whatever settings say of it. `file`: one of its own. `settings`: a settings file. */
export type AgentKind = 'built-in' | 'file' | 'settings'

export function kindOf(
  { native, files, name }: ShownAgent,
  { fields }: Pick<Configuration, 'fields'>,
): AgentKind {
  if (native) return 'built-in'
  if (files.length > 0) return 'file'
  const isSet = fields.some(
    ({ path, layers }) => path[0] === 'agent' && path[1] === name && layers.length > 0,
  )
  return isSet ? 'settings' : 'file'
}

/** Which of its files counts: the last one. Empty directory: everybody's. */
export const scopeOf = (path: string, directory: string): AgentDraft['scope'] =>
  directory !== '' && path.startsWith(`${directory}/`) ? 'project' : 'global'

/** What it says by itself of calls, as its file has it: that stays. */
export function ownPermission(
  name: string,
  { fields }: Pick<Configuration, 'fields'>,
): Record<string, unknown> | undefined {
  const rules: Record<string, unknown> = {}
  for (const { path, shown } of fields) {
    const [kind, agent, part, permission = '*', pattern] = path
    const action = shownText(shown)
    if (kind !== 'agent' || agent !== name || part !== 'permission' || action === undefined) continue
    const before = rules[permission]
    rules[permission] =
      pattern === undefined ? action : { ...(typeof before === 'object' ? before : {}), [pattern]: action }
  }
  return Object.keys(rules).length > 0 ? rules : undefined
}

const WRITTEN = new Set(['description', 'mode', 'model', 'color', 'steps', 'maxSteps', 'permission', 'tools'])

/** What stands at the head of its file and the engine does not write again. */
export function lostOf(text: string | undefined): string[] {
  const [, head] = /^---\r?\n([\s\S]*?)\r?\n---/.exec(text ?? '') ?? []
  const names = [...(head ?? '').matchAll(/^([A-Za-z_]\w*)\s*:/gm)].map(([, name = '']) => name)
  return [...new Set(names)].filter((name) => !WRITTEN.has(name))
}

/** The engine's rule for names of files. Undefined: it can be one. */
export function nameProblem(name: string, taken: readonly string[]): string | undefined {
  if (name === '') return 'Required.'
  if (!/^[a-zA-Z0-9][a-zA-Z0-9._-]*$/.test(name))
    return 'Letters, numbers, dots, hyphens and underscores only, starting with a letter or number.'
  if (name.length > 64) return 'At most 64 characters.'
  return taken.includes(name) ? 'This name is already taken.' : undefined
}
