/** What a key press means whatever the keyboard: input methods and layouts. Pure. */

/**
 * Whether an input method is putting a character together, so that Enter and Escape are its own. Safari ends the composition before it tells
 * of the Enter that ended it, and marks that key press with 229 alone (UI Events, "Legacy keyCode for IME").
 */
export const isComposing = (event: Pick<KeyboardEvent, 'isComposing' | 'keyCode'>): boolean =>
  event.isComposing || event.keyCode === 229

/** What Latin layouts have in the places of letters beside letters: Dvorak, AZERTY, Colemak, BÉPO. Typed, these mean themselves. */
const LATIN_SYMBOLS = `'",<.>;:?!`

const LETTER_PLACE = /^Key([A-Z])$/

/**
 * The key that a shortcut names. A layout without Latin letters (Russian, Greek, Hebrew, Arabic, Korean) types others in their places: there the
 * place counts, as on the keyboard's second engraving. On Latin layouts the letter typed counts, wherever it lies.
 */
export function shortcutKey(event: Pick<KeyboardEvent, 'key' | 'code' | 'altKey'>): string {
  const { key, code, altKey } = event
  const place = LETTER_PLACE.exec(code)?.[1]
  // With Alt (and AltGr) a key types what no shortcut names; a key with a name, `Enter`, begins with a Latin letter too.
  if (!place || altKey || /^\p{sc=Latin}/u.test(key)) return key
  return LATIN_SYMBOLS.includes(key) ? key : place.toLowerCase()
}

/** Whether the press is this shortcut: one key with Control, or Command. */
export const isModStroke = (
  event: Pick<KeyboardEvent, 'key' | 'code' | 'ctrlKey' | 'metaKey' | 'altKey' | 'shiftKey'>,
  keys: `mod+${string}`,
): boolean =>
  (event.ctrlKey || event.metaKey) && !event.altKey && !event.shiftKey && keys === `mod+${shortcutKey(event)}`
