/** Which keys a focused terminal leaves to the page (interface.md): Ctrl or Cmd+K, and Ctrl+Shift combinations. All others are the shell's. */

import { shortcutKey } from '../../ui/keystroke.ts'

export interface Key {
  key: string
  /** The place on the keyboard. */
  code: string
  ctrlKey: boolean
  shiftKey: boolean
  altKey: boolean
  metaKey: boolean
}

/** `app`: neither terminal nor shell sees it. `paste` is left to the browser, which alone may read the clipboard unasked. */
export type KeyUse = 'shell' | 'app' | 'copy' | 'paste' | 'search'

const WITH_CTRL_SHIFT: Record<string, KeyUse> = { c: 'copy', v: 'paste', f: 'search' }

/** `apple`: Cmd takes the palette, so that Ctrl+K stays the shell's. */
export function useOfKey(event: Key, apple: boolean): KeyUse {
  const key = shortcutKey(event).toLowerCase()
  const mod = apple ? event.metaKey && !event.ctrlKey : event.ctrlKey && !event.metaKey
  if (key === 'k' && mod && !event.shiftKey && !event.altKey) return 'app'
  if (!event.ctrlKey || !event.shiftKey || event.altKey || event.metaKey) return 'shell'
  return WITH_CTRL_SHIFT[key] ?? 'app'
}
