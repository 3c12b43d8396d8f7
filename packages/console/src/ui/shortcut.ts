/**
 * A shortcut in one notation, `mod+k`, `shift+a`, `g n` (one after the other), turned into what people read, and into what
 * `aria-keyshortcuts` wants. `mod` is Command on Apple machines and Control elsewhere.
 */

const APPLE: Record<string, string> = {
  mod: '⌘',
  ctrl: '⌃',
  shift: '⇧',
  alt: '⌥',
  enter: '↵',
  esc: 'Esc',
  tab: 'Tab',
  up: '↑',
  down: '↓',
}
const OTHERS: Record<string, string> = {
  mod: 'Ctrl',
  ctrl: 'Ctrl',
  shift: '⇧',
  alt: 'Alt',
  enter: '↵',
  esc: 'Esc',
  tab: 'Tab',
  up: '↑',
  down: '↓',
}
const ARIA: Record<string, string> = {
  ctrl: 'Control',
  shift: 'Shift',
  alt: 'Alt',
  enter: 'Enter',
  esc: 'Escape',
  up: 'ArrowUp',
  down: 'ArrowDown',
}

/** True where Command takes the place of Control. `platform` as `navigator.platform` says it. */
export const isApple = (platform: string): boolean => /mac|iphone|ipad/i.test(platform)

const capital = (key: string) => (key.length === 1 ? key.toUpperCase() : key)

/** The steps of a sequence, each a list of key labels: `mod+k` -> [['Ctrl', 'K']], `g n` -> [['G'], ['N']]. */
export const labelKeys = (shortcut: string, apple: boolean): string[][] =>
  shortcut
    .split(' ')
    .map((step) => step.split('+').map((key) => (apple ? APPLE : OTHERS)[key] ?? capital(key)))

/** The value of `aria-keyshortcuts`. A sequence has none there, so it gets undefined. */
export const ariaKeys = (shortcut: string, apple: boolean): string | undefined => {
  if (shortcut.includes(' ')) return undefined
  const mod = apple ? 'Meta' : 'Control'
  return shortcut
    .split('+')
    .map((key) => (key === 'mod' ? mod : (ARIA[key] ?? capital(key))))
    .join('+')
}
