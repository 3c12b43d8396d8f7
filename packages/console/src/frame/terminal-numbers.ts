import type { Terminal } from '../store/types.ts'

/** By the id of a terminal, which is unique over all servers. */
export type TerminalNumbers = ReadonlyMap<string, number>

const nameOf = ({ command, cwd }: Pick<Terminal, 'command' | 'cwd'>) => `${command}\n${cwd}`

/**
 * Numbers for terminals of one shell and folder, which would go by one name: from 1, each kept as long as its terminal is there. The same map
 * when nothing has changed. Pure.
 */
export function numberTerminals(
  before: TerminalNumbers,
  terminals: readonly Pick<Terminal, 'id' | 'command' | 'cwd'>[],
): TerminalNumbers {
  const after = new Map<string, number>()
  const taken = new Map<string, Set<number>>()
  const take = (terminal: Pick<Terminal, 'id' | 'command' | 'cwd'>, number: number) => {
    after.set(terminal.id, number)
    const name = nameOf(terminal)
    taken.set(name, (taken.get(name) ?? new Set()).add(number))
  }
  for (const terminal of terminals) {
    const kept = before.get(terminal.id)
    if (kept !== undefined) take(terminal, kept)
  }
  // The engine's ids ascend: what was opened first is counted first.
  for (const terminal of terminals.toSorted((a, b) => (a.id < b.id ? -1 : 1))) {
    if (after.has(terminal.id)) continue
    const others = taken.get(nameOf(terminal))
    let free = 1
    while (others?.has(free)) free += 1
    take(terminal, free)
  }
  const isSame = after.size === before.size && [...after].every(([id, number]) => before.get(id) === number)
  return isSame ? before : after
}
