import type { KnownCommand } from '@kilo-console/engine/edge/commands'
import { commands } from '../../../commands/registry.ts'
import { readAnswer } from '../../../sdk/answer.ts'
import { engine } from '../../../sdk/engine.ts'
import type { SlashCommand } from './suggestion.ts'

/** A command that was written to its file shows up after this time; the list costs the engine 50 ms. Milliseconds. */
const KEEP_MS = 60_000

interface Kept {
  at: number
  list: Promise<SlashCommand[]>
}

const kept = new Map<string, Kept>()

/** The engine's commands of a folder: its own, those of files, prompts of MCP servers, skills. Throws `ProblemError`. */
export function engineCommands(serverId: string, directory: string): Promise<SlashCommand[]> {
  const key = `${serverId}\n${directory}`
  const known = kept.get(key)
  if (known && performance.now() - known.at < KEEP_MS) return known.list
  const list = readAnswer(serverId, 'commands', engine(serverId).command.list({ directory })).then((all) =>
    all.map(slashCommandOf),
  )
  kept.set(key, { at: performance.now(), list })
  list.catch(() => kept.delete(key))
  return list
}

function slashCommandOf({ name, description, source, hints }: KnownCommand): SlashCommand {
  return { name, description, source: source ?? 'command', hint: hintOf(hints) }
}

/** `$ARGUMENTS` and `$1` are what a template calls them; what a command says itself is for people already. */
function hintOf(hints: readonly string[]): string | undefined {
  const words = hints.map((hint) =>
    hint === '$ARGUMENTS' ? '[arguments]' : hint.replace(/^\$(\d)$/, '[$1]'),
  )
  return words.length > 0 ? words.join(' ') : undefined
}

/** What the page itself does, as far as it can be done now. Reactive. */
export function ownCommands(): SlashCommand[] {
  return commands().flatMap(({ slash, title, id }) =>
    slash === undefined ? [] : [{ name: slash, description: title, source: 'own' as const, own: id }],
  )
}
