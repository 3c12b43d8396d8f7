/** Every key that there is, for the dialog and the settings. Pure. */
import type { Command } from './commands.ts'

export interface KeyLine {
  title: string
  /** In the notation of ui/shortcut.ts; any of them. */
  keys: readonly string[]
}

export interface KeyGroup {
  title: string
  lines: readonly KeyLine[]
}

// What belongs to a view that may not be open now, and so contributes no command.
const IN_SESSION: readonly KeyLine[] = [
  { title: 'Send the prompt', keys: ['mod+enter'] },
  { title: 'Stop, pressed twice', keys: ['esc'] },
  { title: 'Permission: allow once', keys: ['a'] },
  { title: 'Permission: allow always', keys: ['shift+a'] },
  { title: 'Permission: reject', keys: ['r'] },
]

/** The keys of `commands`, then those of a session. */
export function listKeys(commands: readonly Command[]): KeyGroup[] {
  const everywhere = commands.flatMap(({ title, keys, anywhere }): KeyLine[] => {
    const any = [keys, anywhere].filter((each) => each !== undefined)
    return any.length > 0 ? [{ title, keys: any }] : []
  })
  return [
    { title: 'Everywhere', lines: everywhere },
    { title: 'In a session', lines: IN_SESSION },
  ]
}
