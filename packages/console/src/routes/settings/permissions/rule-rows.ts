/** PURE: permission rules that somebody has set, in the order in which they count. */
import type { Configuration, ConfigurationField } from '../../../../shared/configuration.ts'
import type { AgentRule } from '../../../../shared/agents.ts'
import { fits } from '../../../session/requests/always-outcome.ts'
import type { Action } from './ruling.ts'

export interface RuleRow extends AgentRule {
  /** Its path in the configuration, as a key. */
  id: string
  path: readonly string[]
  /** Whose; undefined: everybody's. */
  agent?: string
  field: ConfigurationField
  /** A later one that fits whatever this one fits and says something else: this one decides nothing. */
  overriddenBy?: RuleRow
}

export interface RuleGroup {
  agent?: string
  rules: RuleRow[]
}

/** @param rulesOf those of an agent as the engine has put them together; undefined agent: of one that has none of its own. */
export function ruleGroups(
  { fields }: Pick<Configuration, 'fields'>,
  rulesOf: (agent: string | undefined) => readonly AgentRule[],
): RuleGroup[] {
  const groups = new Map<string | undefined, RuleRow[]>([[undefined, []]])
  for (const row of fields.flatMap(rowOf)) groups.set(row.agent, [...(groups.get(row.agent) ?? []), row])
  return [...groups].map(([agent, rules]) => ({
    ...(agent !== undefined && { agent }),
    rules: withOverriding(inOrder(rules, rulesOf(agent))),
  }))
}

const ACTIONS: ReadonlySet<unknown> = new Set<Action>(['allow', 'ask', 'deny'])

function rowOf(field: ConfigurationField): RuleRow[] {
  const { path, shown } = field
  const [kind, name, part] = path
  const ofAgent = (kind === 'agent' || kind === 'mode') && part === 'permission'
  if (!ofAgent && kind !== 'permission') return []
  if (!shown || !('value' in shown) || !ACTIONS.has(shown.value)) return []
  const [permission = '*', pattern = '*', ...more] = path.slice(ofAgent ? 3 : 1)
  if (more.length > 0) return []
  const action = shown.value as Action
  const agent = ofAgent ? name : undefined
  return [
    {
      id: JSON.stringify(path),
      path,
      permission,
      pattern,
      action,
      field,
      ...(agent !== undefined && { agent }),
    },
  ]
}

/** What the engine does not have, because its file was changed since, stands last. */
function inOrder(rows: readonly RuleRow[], rules: readonly AgentRule[]): RuleRow[] {
  const places = new Map(rules.map((rule, index) => [keyOf(rule), index]))
  const placeOf = (row: RuleRow) => places.get(keyOf(row)) ?? Number.POSITIVE_INFINITY
  return rows.toSorted((a, b) => placeOf(a) - placeOf(b) || 0)
}

const keyOf = ({ permission, pattern, action }: AgentRule) => JSON.stringify([permission, pattern, action])

const withOverriding = (rows: readonly RuleRow[]): RuleRow[] =>
  rows.map((row, index) => {
    const stronger = rows.slice(index + 1).find((later) => later.action !== row.action && covers(later, row))
    return { ...row, ...(stronger && { overriddenBy: stronger }) }
  })

const covers = (later: AgentRule, earlier: AgentRule): boolean =>
  coversText(later.permission, earlier.permission) && coversText(later.pattern, earlier.pattern)

/** A question mark takes a letter, and no star. */
const coversText = (wide: string, narrow: string): boolean =>
  wide === narrow || (!wide.includes('?') && fits(wide, narrow))

/** The one that somebody has set and that the engine decided by; undefined: it is the engine's own. The agent's come after everybody's. */
export function rowOfRule(groups: readonly RuleGroup[], agent: string, rule: AgentRule): RuleRow | undefined {
  const key = keyOf(rule)
  const find = (name: string | undefined) =>
    groups.find((group) => group.agent === name)?.rules.find((row) => keyOf(row) === key)
  return find(agent) ?? find(undefined)
}
