/** PURE: a rule as a change of settings. */
import {
  inTargetOf,
  shownText,
  type Configuration,
  type FieldChange,
  type SettingValue,
} from '../../../../shared/configuration.ts'
import type { AgentRule } from '../../../../shared/agents.ts'

type Known = Pick<Configuration, 'target' | 'sources' | 'fields'>

/** Where rules stand: everybody's, or those of an agent. */
const rulesPath = (agent: string | undefined): string[] =>
  agent === undefined ? ['permission'] : ['agent', agent, 'permission']

/** One answer for all calls, or for all of a kind, that stands in the file becomes the rule for `*`, so that it is not lost. */
export function setRule(
  configuration: Known,
  agent: string | undefined,
  { permission, pattern, action }: AgentRule,
): FieldChange[] {
  const base = rulesPath(agent)
  const wordAt = (path: string[]) => shownText(inTargetOf(configuration, path))
  const ofAll = wordAt(base)
  const ofKind = wordAt([...base, permission])
  const isTable = configuration.fields.some(
    ({ path }) =>
      path.length > base.length + 1 && [...base, permission].every((name, at) => path[at] === name),
  )
  const single = pattern === '*' && !isTable && ofAll === undefined
  if (single) return [{ path: [...base, permission], value: action }]
  const patterns: SettingValue = { ...(ofKind !== undefined && { '*': ofKind }), [pattern]: action }
  if (ofAll !== undefined) return [{ path: base, value: { '*': ofAll, [permission]: patterns } }]
  return ofKind !== undefined
    ? [{ path: [...base, permission], value: patterns }]
    : [{ path: [...base, permission, pattern], value: action }]
}
