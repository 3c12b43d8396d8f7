/** What the palette offers: what needs you, what you used, everything else. Pure. */
import type { PickerOption } from '../../ui/picker-rows.ts'
import { keysOf } from '../../commands/command-list.ts'
import { sortByUse, type Command } from '../../commands/registry.ts'

export interface PaletteOption extends PickerOption {
  run: () => void
}

export interface PaletteSource {
  commands: readonly Command[]
  needsYou: readonly PaletteOption[]
  sessions: readonly PaletteOption[]
  terminals: readonly PaletteOption[]
  projects: readonly PaletteOption[]
  /** Sessions too old to be listed, by what is typed. */
  older: readonly PaletteOption[]
  /** Ids of what was picked lately, the last first. */
  used: readonly string[]
}

const RECENT = 4

/** The options in the order of the palette, each once. */
export function optionsOfPalette(source: PaletteSource): PaletteOption[] {
  const { needsYou, sessions, terminals, projects, older, used } = source
  const offered = source.commands
    .filter(({ id, keysOnly }) => id !== 'palette' && !keysOnly)
    .map(optionOfCommand)
  const all = [...sessions, ...terminals, ...offered, ...projects]
  const recent = sortByUse(
    all.filter(({ id }) => used.includes(id)),
    used,
  ).slice(0, RECENT)
  const grouped = [
    ...inGroup('Needs you', needsYou),
    ...inGroup('Recent', recent),
    ...inGroup('Commands', offered),
    ...inGroup('Sessions', sessions),
    ...inGroup('Terminals', terminals),
    ...inGroup('Projects', projects),
    ...inGroup('Older', older),
  ]
  const seen = new Set<string>()
  return grouped.filter(({ id }) => !seen.has(id) && seen.add(id))
}

const inGroup = (group: string, options: readonly PaletteOption[]) =>
  options.map((option) => ({ ...option, group }))

const optionOfCommand = (command: Command): PaletteOption => {
  const { id, title, keywords, icon, run } = command
  return { id, title, keys: keysOf(command)[0], keywords, icon, run }
}
