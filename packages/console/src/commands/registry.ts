import { createSignal, onCleanup, type Accessor, type JSX } from 'solid-js'

/** Something that a person can do from anywhere: an entry of the palette, with a key or without one. */
export interface Command {
  /** Unique; a later contribution with the same id takes the place of an earlier one. */
  id: string
  title: string
  /** Its shortcut as shown, in the notation of ui/shortcut.ts. */
  keys?: string
  /** Another shortcut, that works inside of fields and terminals too: it has to begin with `ctrl+shift+`. */
  anywhere?: string
  /** More words to find it by. */
  keywords?: string
  icon?: () => JSX.Element
  /** Whether it makes sense now; absent: always. */
  when?: () => boolean
  /** Not in the palette: it acts on what is in sight, and the palette would cover that. */
  keysOnly?: boolean
  /** `press`: the key press that ran it, where one did. */
  run: (press?: KeyboardEvent) => void
}

type Contribution = () => readonly Command[]

const [contributions, setContributions] = createSignal<readonly Contribution[]>([])

/** Adds commands for as long as the calling owner lives. They may read signals. */
export function contributeCommands(commands: Contribution): void {
  setContributions((all) => [...all, commands])
  onCleanup(() => setContributions((all) => all.filter((each) => each !== commands)))
}

/** The commands that make sense now, each id once, the newest contribution's. */
export function mergeCommands(lists: readonly (readonly Command[])[]): Command[] {
  const byId = new Map<string, Command>()
  for (const command of lists.flat()) byId.set(command.id, command)
  return [...byId.values()].filter(({ when }) => when?.() ?? true)
}

/** All that can be done now. Reactive. */
export const commands: Accessor<Command[]> = () => mergeCommands(contributions().map((list) => list()))

/** What was run lately comes first, the last first; the others keep their order. */
export function sortByUse<T extends { id: string }>(items: readonly T[], used: readonly string[]): T[] {
  const rank = ({ id }: T) => {
    const at = used.indexOf(id)
    return at < 0 ? used.length : at
  }
  return items.toSorted((a, b) => rank(a) - rank(b))
}
