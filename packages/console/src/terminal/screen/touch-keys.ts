/** Keys that a phone's keyboard lacks, as the bytes that a terminal sends for them. */

export interface TouchKey {
  /** What the key shows. */
  label: string
  /** What assistive technology says. */
  name: string
  /** Its input; `applicationCursor` is the mode that full-screen programs put the arrows in. */
  input(applicationCursor: boolean): string
}

const fixed = (label: string, name: string, text: string): TouchKey => ({ label, name, input: () => text })

const arrow = (label: string, name: string, letter: string): TouchKey => ({
  label,
  name,
  input: (applicationCursor) => `\u001B${applicationCursor ? 'O' : '['}${letter}`,
})

export const TOUCH_KEYS: readonly TouchKey[] = [
  fixed('Esc', 'Escape', '\u001B'),
  fixed('Tab', 'Tab', '\t'),
  arrow('←', 'Left', 'D'),
  arrow('↓', 'Down', 'B'),
  arrow('↑', 'Up', 'A'),
  arrow('→', 'Right', 'C'),
  fixed('|', 'Pipe', '|'),
  fixed('~', 'Tilde', '~'),
  fixed('/', 'Slash', '/'),
  fixed('-', 'Dash', '-'),
]

/** A character as Ctrl makes it: `c` -> U+0003. Anything without a control character stays what it is. */
export function withCtrl(text: string): string {
  if (text === ' ') return '\0'
  if (text === '?') return '\u007F'
  return /^[@-_a-z]$/.test(text) ? String.fromCharCode(text.toUpperCase().charCodeAt(0) & 0x1f) : text
}
