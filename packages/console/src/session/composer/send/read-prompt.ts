/** What a text that is to be sent means. Pure. */
import { COMMAND_LIST, type CommandId, type KnownCommand } from '../../../commands/command-list.ts'
import type { SlashCommand } from '../complete/suggestion.ts'

export type ReadPrompt =
  | { kind: 'text' }
  | { kind: 'shell'; command: string }
  | { kind: 'slash'; name: string; arguments: string }

/** `text` without white space around it. */
export function readPrompt(text: string): ReadPrompt {
  if (text.startsWith('!')) return { kind: 'shell', command: text.slice(1).trim() }
  const [, name, rest = ''] = /^\/(\S+)(?:\s+([^]*))?$/.exec(text) ?? []
  return name === undefined ? { kind: 'text' } : { kind: 'slash', name, arguments: rest.trim() }
}

export type SlashMeaning =
  | { kind: 'text' }
  | { kind: 'own'; id: CommandId }
  | { kind: 'engine'; name: string; arguments: string }
  /** Nothing that anybody knows: sent as it is, it would be a prompt that reads like a command. */
  | { kind: 'unknown'; name: string }
  /** One of ours with words behind it, which would be lost. */
  | { kind: 'no-arguments'; name: string }
  /** One of ours that cannot be done now. */
  | { kind: 'unavailable'; name: string }

/** What the page does itself, whether or not it can be done now. */
const OURS = new Set(Object.values<KnownCommand>(COMMAND_LIST).map(({ slash }) => slash))

export const isOurs = (name: string): boolean => OURS.has(name)

export function meaningOf(
  slash: { name: string; arguments: string },
  known: readonly SlashCommand[],
): SlashMeaning {
  const { name } = slash
  const own = known.find((command) => command.own !== undefined && command.name === name)
  if (own?.own) return slash.arguments === '' ? { kind: 'own', id: own.own } : { kind: 'no-arguments', name }
  if (isOurs(name)) return { kind: 'unavailable', name }
  if (known.some((command) => command.name === name))
    return { kind: 'engine', name, arguments: slash.arguments }
  // `/usr/bin/env is missing` speaks of a path.
  return name.includes('/') ? { kind: 'text' } : { kind: 'unknown', name }
}

/** What keeps a command of the shell from running. Undefined: nothing does. */
export function shellProblem(situation: {
  busy: boolean
  attached: boolean
}): 'busy' | 'attached' | undefined {
  // It takes words alone: what is attached would be gone without having been sent.
  if (situation.attached) return 'attached'
  return situation.busy ? 'busy' : undefined
}
