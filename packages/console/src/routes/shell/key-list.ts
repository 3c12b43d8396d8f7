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

/**
 * The keys of `commands`, then those of a session: of the one that is open (ids that begin with `session.`), completed by what its views
 * handle themselves.
 */
export function listKeys(commands: readonly Command[]): KeyGroup[] {
  const linesOf = (some: readonly Command[]) =>
    some.flatMap(({ title, keys, anywhere }): KeyLine[] => {
      const any = [keys, anywhere].filter((each) => each !== undefined)
      return any.length > 0 ? [{ title, keys: any }] : []
    })
  const isOfSession = ({ id }: Command) => id.startsWith('session.')
  const open = linesOf(commands.filter(isOfSession))
  const known = new Set(open.flatMap(({ keys }) => keys))
  return [
    { title: 'Everywhere', lines: linesOf(commands.filter((command) => !isOfSession(command))) },
    {
      title: 'In a session',
      lines: [...open, ...IN_SESSION.filter(({ keys }) => !keys.some((each) => known.has(each)))],
    },
  ]
}
