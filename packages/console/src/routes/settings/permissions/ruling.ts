/** PURE: what the engine would do with a call, by an agent's rules. Of all that fit the last one counts, and what none fits is asked (docs/engine.md). */
import type { AgentRule } from '../../../../shared/agents.ts'
import { fits } from '../../../session/requests/always-outcome.ts'

export type Action = AgentRule['action']

export interface Ruling {
  /** What of the call is decided: a command of several, a path. */
  asked: string
  action: Action
  /** Undefined: none fits. */
  rule?: AgentRule
}

export interface Verdict {
  action: Action
  /** One for each command. */
  rulings: Ruling[]
}

/** The strictest of all its commands counts. */
export function verdictOf(rules: readonly AgentRule[], permission: string, call: string): Verdict {
  const parts = permission === 'bash' ? commandsIn(call) : [call.trim()].filter(Boolean)
  const rulings = parts.map((asked) => rulingOf(rules, permission, asked))
  const has = (action: Action) => rulings.some((ruling) => ruling.action === action)
  return { rulings, action: has('deny') ? 'deny' : has('ask') ? 'ask' : 'allow' }
}

function rulingOf(rules: readonly AgentRule[], permission: string, asked: string): Ruling {
  const rule = rules.findLast((one) => fits(one.permission, permission) && fits(one.pattern, asked))
  return { asked, action: rule?.action ?? 'ask', ...(rule && { rule }) }
}

/** Each is decided for itself; going to a folder is none that is asked for. What stands in quotes is no end of one. */
export function commandsIn(line: string): string[] {
  const commands: string[] = []
  let now = ''
  let quote = ''
  for (let at = 0; at < line.length; at++) {
    const letter = line[at] ?? ''
    if (letter === '\\' && quote !== "'") now += letter + (line[(at += 1)] ?? '')
    else if (quote !== '') {
      now += letter
      if (letter === quote) quote = ''
    } else if (letter === '"' || letter === "'" || letter === '`') now += quote = letter
    // `2>&1` and `&>` lead somewhere: they are no end.
    else if (/[;\n|]/.test(letter) || (letter === '&' && !now.endsWith('>') && line[at + 1] !== '>')) {
      commands.push(now)
      now = ''
    } else now += letter
  }
  return [...commands, now]
    .map((command) => command.trim())
    .filter((command) => command !== '' && !/^cd( |$)/.test(command))
}

/** Whether it names something that may lie outside of its folder: that is asked for besides. */
export const mayLeaveFolder = (call: string): boolean => /(^|[\s='"])(~|\/|\.\.(\/|\s|$))/.test(call)
