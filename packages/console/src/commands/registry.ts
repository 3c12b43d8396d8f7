import { createSignal, onCleanup, type Accessor, type JSX } from 'solid-js'
import { COMMAND_LIST, type CommandId, type KnownCommand } from './command-list.ts'

/** Something of the list that can be done in some place of the page, and how. */
export interface Contribution {
  id: CommandId
  icon?: () => JSX.Element
  /** Whether it makes sense now; absent: always. */
  when?: () => boolean
  /** `press`: the key press that ran it, where one did. */
  run: (press?: KeyboardEvent) => void
}

/** What can be done now: an entry of the palette, with a key or without one. */
export type Command = KnownCommand & Contribution

type Contributions = () => readonly Contribution[]

const [contributions, setContributions] = createSignal<readonly Contributions[]>([])

/** Adds commands for as long as the calling owner lives. They may read signals. A later one takes the place of an earlier one of the same id. */
export function contributeCommands(commands: Contributions): void {
  setContributions((all) => [...all, commands])
  onCleanup(() => setContributions((all) => all.filter((each) => each !== commands)))
}

/** The commands that make sense now, each id once, the newest contribution's. */
export function mergeCommands(lists: readonly (readonly Contribution[])[]): Command[] {
  const byId = new Map<string, Contribution>()
  for (const command of lists.flat()) byId.set(command.id, command)
  return [...byId.values()]
    .filter(({ when }) => when?.() ?? true)
    .map((command) => ({ ...COMMAND_LIST[command.id], ...command }))
}

/** All that can be done now. Reactive. */
export const commands: Accessor<Command[]> = () => mergeCommands(contributions().map((list) => list()))

/** Does it, if it can be done now: for buttons and menus, which say and do what the list does. */
export function runCommand(id: CommandId): void {
  commands()
    .find((command) => command.id === id)
    ?.run()
}

/** What was run lately comes first, the last first; the others keep their order. */
export function sortByUse<T extends { id: string }>(items: readonly T[], used: readonly string[]): T[] {
  const rank = ({ id }: T) => {
    const at = used.indexOf(id)
    return at < 0 ? used.length : at
  }
  return items.toSorted((a, b) => rank(a) - rank(b))
}
