/**
 * Text that is pasted is data. A control character in it would be a key that nobody pressed: ESC [ 2 0 1 ~ ends a bracketed paste, and what
 * follows runs (fault 73). xterm passes all of them on. Pure.
 */

/** C0, DEL and C1, but for tab and line ends. */
const CONTROLS = /(?![\t\n\r])\p{Cc}/gu

export interface CleanPaste {
  text: string
  /** How many characters were taken out. */
  removed: number
}

export function cleanPaste(pasted: string): CleanPaste {
  const text = pasted.replaceAll(CONTROLS, '')
  return { text, removed: pasted.length - text.length }
}

/** Whether a text has what is taken out of a paste. */
export const hasControls = (text: string): boolean => text.search(CONTROLS) >= 0

/** Lines that a program gets of it one by one where it takes no brackets; a line end at the very end makes none more. */
export const countLines = (text: string): number => text.trimEnd().split(/\r\n|\r|\n/).length
