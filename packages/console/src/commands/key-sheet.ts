/** Every key that there is, for the dialog and the settings. */
import { COMMAND_LIST, keysOf, type CommandPlace } from './command-list.ts'

export interface KeyLine {
  title: string
  /** In the notation of ui/shortcut.ts; any of them. */
  keys: readonly string[]
}

export interface KeyGroup {
  title: string
  lines: readonly KeyLine[]
}

const PLACES: readonly (readonly [CommandPlace, string])[] = [
  ['everywhere', 'Everywhere'],
  ['session', 'In a session'],
  ['terminal', 'In a terminal'],
]

/** The keys of all commands, whether they can be used now or not, by where they work. */
export const KEY_SHEET: readonly KeyGroup[] = PLACES.map(([place, title]) => ({
  title,
  lines: Object.values(COMMAND_LIST)
    .filter((command) => command.place === place)
    .map((command) => ({ title: command.title, keys: keysOf(command) }))
    .filter(({ keys }) => keys.length > 0),
}))
