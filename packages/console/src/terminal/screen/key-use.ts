/** Which keys a focused terminal leaves to the page (interface.md): Ctrl or Cmd+K, and Ctrl+Shift combinations. All others are the shell's. */
import { leavesField, pressOf, strokeOf } from '../../commands/decide-key.ts'

export type Key = Parameters<typeof pressOf>[0]

/** `page`: neither terminal nor shell sees it; it is a command's, or the browser's as with pasting. `apple`: Ctrl+K stays the shell's. */
export function useOfKey(event: Key, apple: boolean): 'shell' | 'page' {
  // With a symbol too, of which a stroke does not name the Shift: the browser zooms with them.
  if (event.ctrlKey && event.shiftKey && !event.altKey && !event.metaKey) return 'page'
  const stroke = strokeOf(pressOf(event))
  return stroke !== undefined && leavesField(stroke, apple, 'terminal') ? 'page' : 'shell'
}
