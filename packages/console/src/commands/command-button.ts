import { COMMAND_LIST, keysOf, type CommandId } from './command-list.ts'
import { runCommand } from './registry.ts'

/** The name, the key and the deed of a command, for an icon button. */
export const commandButton = (
  id: CommandId,
): { name: string; keys: string | undefined; onClick: () => void } => ({
  name: COMMAND_LIST[id].title,
  keys: keysOf(COMMAND_LIST[id])[0],
  onClick: () => runCommand(id),
})

/** The same for an entry of a menu. */
export const commandItem = (
  id: CommandId,
): { id: string; title: string; keys: string | undefined; run: () => void } => ({
  id,
  title: COMMAND_LIST[id].title,
  keys: keysOf(COMMAND_LIST[id])[0],
  run: () => runCommand(id),
})
