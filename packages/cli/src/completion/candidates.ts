/** PURE: what may stand where the cursor is, from our own command tree and the engine's list. */
import type { Command } from 'commander'

export interface Candidate {
  word: string
  /** One line; empty where there is none. */
  description: string
}

/**
 * `words`: what stands behind `kilo` up to the cursor, the last one unfinished and perhaps empty. Undefined: a command of the engine's, which
 * only the engine can complete.
 */
export function completeOurs(
  root: Command,
  engine: readonly Candidate[],
  words: readonly string[],
): Candidate[] | undefined {
  const prefix = words.at(-1) ?? ''
  const before = words.slice(0, -1)
  if (before.length === 0) return matching([...subcommands(root), ...engine], prefix)
  const reached = walk(root, before)
  if (reached === undefined) return undefined
  return matching(prefix.startsWith('-') ? options(reached) : subcommands(reached), prefix)
}

/** Behind the last subcommand that is named. Undefined when the first word is none of ours. */
function walk(root: Command, words: readonly string[]): Command | undefined {
  const first = named(root, words[0] ?? '')
  if (first === undefined) return undefined
  return words.slice(1).reduce((command, word) => named(command, word) ?? command, first)
}

function named(command: Command, word: string): Command | undefined {
  return command.commands.find((sub) => sub.name() === word)
}

function subcommands(command: Command): Candidate[] {
  return command.commands.map((sub) => ({ word: sub.name(), description: sub.description() }))
}

function options(command: Command): Candidate[] {
  return command.options.flatMap(({ long, description }) => (long ? [{ word: long, description }] : []))
}

/** Each word once: what we have under a name hides the engine's command of that name. */
function matching(candidates: readonly Candidate[], prefix: string): Candidate[] {
  const seen = new Set<string>()
  return candidates.filter(({ word }) => word.startsWith(prefix) && !seen.has(word) && seen.add(word))
}
