/** Every key that there is, for the dialog and the settings. Pure. */
import { ANSWER_KEYS } from './answer-keys.ts'
import type { Command } from './registry.ts'

export interface KeyLine {
  title: string
  /** In the notation of ui/shortcut.ts; any of them. */
  keys: readonly string[]
}

export interface KeyGroup {
  title: string
  lines: readonly KeyLine[]
}

// What belongs to a view that may not be open now, and so contributes no command; by the ids of those that it would.
const IN_SESSION: Readonly<Record<string, KeyLine>> = {
  'session.send': { title: 'Send the prompt', keys: ['mod+enter'] },
  'session.leave-prompt': { title: 'Leave the prompt', keys: ['esc'] },
  'session.stop': { title: 'Stop, pressed twice', keys: ['esc'] },
  ...Object.fromEntries(
    Object.entries(ANSWER_KEYS).map(([reply, { title, keys, anywhere }]) => [
      `session.permission.${reply}`,
      { title, keys: [keys, anywhere] },
    ]),
  ),
}

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
  const open = commands.filter(isOfSession)
  const known = new Set(open.map(({ id }) => id))
  const others = Object.entries(IN_SESSION).filter(([id]) => !known.has(id))
  return [
    { title: 'Everywhere', lines: linesOf(commands.filter((command) => !isOfSession(command))) },
    { title: 'In a session', lines: [...linesOf(open), ...others.map(([, line]) => line)] },
  ]
}
