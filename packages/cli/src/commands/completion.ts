import type { Command } from 'commander'
import { completeOurs } from '../completion/candidates.ts'
import { askEngine, ENGINE_COMMANDS } from '../completion/engine-commands.ts'
import { scriptOf, shellOf, SHELLS } from '../completion/scripts.ts'
import { UsageError } from '../output/usage-error.ts'
import { write } from '../output/write.ts'

/** Prints the script of a shell: the named one, or the user's own. */
export function completion(named: string | undefined): number {
  const shell = named === undefined ? shellOf(process.env) : SHELLS.find((shell) => shell === named)
  if (shell === undefined)
    throw new UsageError(`no completion for ${named}: bash, zsh and fish are known`, 'kilo completion bash')
  write(scriptOf(shell))
  return 0
}

/** Answers a shell: one candidate a line, a tab before its description. */
export async function completeWords(root: Command, words: string[]): Promise<number> {
  const found = completeOurs(root, ENGINE_COMMANDS, words) ?? (await askEngine(words))
  if (found.length > 0) write(found.map(({ word, description }) => `${word}\t${description}`).join('\n'))
  return 0
}
