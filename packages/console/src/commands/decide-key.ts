/** Which command a key press means. Pure: the platform, the focus, the clock and the commands are arguments. */
import { shortcutKey } from '../ui/keystroke.ts'
import { FIND_KEYS, PALETTE_KEYS } from './command-list.ts'

/** Where the keyboard goes now. A field, a terminal and what lies over the page keep their keys; what is only `coming` can't have them yet. */
export type Focus = 'page' | 'field' | 'terminal' | 'dialog' | 'coming'

export interface Press {
  key: string
  ctrl: boolean
  meta: boolean
  alt: boolean
  shift: boolean
}

export interface Binding {
  id: string
  /** In the notation of ui/shortcut.ts; any of them. */
  keys: readonly string[]
}

/** The steps of a sequence that has begun. */
export interface Pending {
  steps: string
  /** Unix milliseconds of the last step. */
  at: number
}

export interface Decision {
  pending: Pending | null
  /** The command to run. */
  run?: string
  /** Nobody else may have the key. */
  taken: boolean
  /** Nobody of the page, that is: the browser may. */
  isBrowsers?: boolean
}

/** A sequence whose next key takes longer is forgotten. */
const SEQUENCE_MS = 1500

const NAMES: Record<string, string> = {
  Escape: 'esc',
  Enter: 'enter',
  ArrowUp: 'up',
  ArrowDown: 'down',
  ArrowLeft: 'left',
  ArrowRight: 'right',
  ' ': 'space',
}

const MODIFIERS = new Set([
  'Shift',
  'Control',
  'Alt',
  'Meta',
  'AltGraph',
  'CapsLock',
  'Dead',
  'Process',
  'Unidentified',
])

/** What was pressed, whatever the keyboard's layout. */
export const pressOf = (
  event: Pick<KeyboardEvent, 'key' | 'code' | 'ctrlKey' | 'metaKey' | 'altKey' | 'shiftKey'>,
): Press => ({
  key: shortcutKey(event),
  ctrl: event.ctrlKey,
  meta: event.metaKey,
  alt: event.altKey,
  shift: event.shiftKey,
})

/** A press as one step of a shortcut: `ctrl+shift+down`, `shift+a`, `?`. Undefined for a modifier alone. */
export function strokeOf(press: Press): string | undefined {
  if (MODIFIERS.has(press.key)) return undefined
  const isSymbol =
    press.key.length === 1 && press.key.toLowerCase() === press.key.toUpperCase() && press.key !== ' '
  // Shift is part of how a symbol is typed, which differs between keyboards: `?` is `?`.
  const parts = [
    press.ctrl && 'ctrl',
    press.meta && 'meta',
    press.alt && 'alt',
    press.shift && !isSymbol && 'shift',
    NAMES[press.key] ?? press.key.toLowerCase(),
  ]
  return parts.filter(Boolean).join('+')
}

const spell = (shortcut: string, apple: boolean) => shortcut.replaceAll('mod', apple ? 'meta' : 'ctrl')

/** What these give up: the palette, and Ctrl+Shift with anything; a field the search as well. */
export function leavesField(stroke: string, apple: boolean, focus: Focus): boolean {
  if (focus === 'field' && stroke === spell(FIND_KEYS, apple)) return true
  return stroke === spell(PALETTE_KEYS, apple) || stroke.startsWith('ctrl+shift+')
}

/** Writes nothing and sends nothing: the focus goes on, the page is loaded anew. */
const isBrowsers = (stroke: string, apple: boolean) =>
  /^(?:\S+\+)?(?:tab|f\d+)$/.test(stroke) ||
  ['mod+r', 'mod+shift+r'].some((each) => spell(each, apple) === stroke)

/** The command that `stroke` runs, alone or as the end of a sequence, or the sequence that it begins or goes on with. */
export function decideKey(
  stroke: string,
  context: { focus: Focus; apple: boolean; now: number; pending: Pending | null },
  bindings: readonly Binding[],
): Decision {
  const { focus, apple, now, pending } = context
  // It was pressed for what is not there to take it: what has the focus meanwhile would write it, or send it.
  if (focus === 'coming') return { pending: null, taken: true, isBrowsers: isBrowsers(stroke, apple) }
  if (focus !== 'page' && !leavesField(stroke, apple, focus)) return { pending: null, taken: false }
  const fresh = pending && now - pending.at <= SEQUENCE_MS ? pending : null
  // A sequence that leads nowhere swallows its last key: `g n` with nobody waiting must not start a session.
  const steps = fresh ? `${fresh.steps} ${stroke}` : stroke
  const spelled = bindings.map(({ id, keys }) => ({ id, keys: keys.map((each) => spell(each, apple)) }))
  const exact = spelled.find(({ keys }) => keys.includes(steps))
  if (exact) return { pending: null, run: exact.id, taken: true }
  const begins = spelled.some(({ keys }) => keys.some((each) => each.startsWith(`${steps} `)))
  return { pending: begins ? { steps, at: now } : null, taken: begins || fresh !== null }
}
